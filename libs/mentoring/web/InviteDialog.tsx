import { Button, Dialog, FormActions, say, TextArea } from '@app/ui';
import { words } from './words.js';

/** What to write to a presenting district that nobody sits in yet: a text to copy, so that no mail program is needed. */
export function InviteDialog({ mentor }: { mentor: { name: string; slug: string } }) {
  const text = words.inviteText(mentor.name, `${window.location.origin}/districts/${mentor.slug}`);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      say(words.copied, 'success');
    } catch {
      say(words.copyFailed);
    }
  }
  return (
    <Dialog title={words.inviteTitle(mentor.name)} trigger={<Button aria-label={words.inviteNamed(mentor.name)}>{words.invite}</Button>}>
      <p>{words.inviteLead(mentor.name)}</p>
      <TextArea label={words.inviteLabel} rows={9} defaultValue={text} />
      <FormActions>
        <Button look="primary" onPress={() => void copy()}>
          {words.copy}
        </Button>
      </FormActions>
    </Dialog>
  );
}
