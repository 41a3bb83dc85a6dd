import { Button, Disclosure, Form, FormActions, Notice, say, Section, TextField } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useState } from 'react';
import { AskCoAuthor } from './CoAuthors.js';
import { recordWords as words } from './record-words.js';
import { RecheckLinkDocument, ReviewResourceDocument, SupersedeResourceDocument } from './resources.generated.js';
import type { RecordShown, ResourceShown } from './ResourceView.js';

/** What those who look after a resource do beside editing it. */
export function KeepUp({ resource, record }: { resource: ResourceShown; record: RecordShown }) {
  return (
    <div className="mt-6 print:hidden">
      <Section title={words.keep}>
        {record.link?.silentSince && <Recheck resourceId={resource.id} />}
        <Disclosure title={words.stillHolds} level={3}>
          <Review resource={resource} />
        </Disclosure>
        {resource.viewerCan.own && (
          <>
            <Disclosure title={words.follow} level={3}>
              <Follow resource={resource} record={record} />
            </Disclosure>
            <AskCoAuthor resourceId={resource.id} />
          </>
        )}
      </Section>
    </div>
  );
}

function Recheck({ resourceId }: { resourceId: string }) {
  const recheck = useAct(RecheckLinkDocument, { onDone: () => say(words.rechecked) });
  return (
    <div className="mb-2">
      <Button pending={recheck.pending} onPress={() => void recheck.run({ resourceId })}>
        {words.recheck}
      </Button>
      {recheck.message && <Notice kind="danger" live title={recheck.message} />}
    </div>
  );
}

function Review({ resource }: { resource: ResourceShown }) {
  const [day, setDay] = useState('');
  const review = useAct(ReviewResourceDocument, { idempotent: true, onDone: () => say(words.reviewedSay) });
  return (
    <Form label={words.stillHolds} errors={review.fields} problem={review.message} onSubmit={() => void review.run({ resourceId: resource.id, reviewOn: day || null })}>
      <TextField name="reviewOn" label={words.reviewField} hint={words.reviewHint} type="date" value={day} onChange={setDay} width="medium" />
      <FormActions>
        <Button type="submit" pending={review.pending}>
          {words.stillHolds}
        </Button>
      </FormActions>
    </Form>
  );
}

function Follow({ resource, record }: { resource: ResourceShown; record: RecordShown }) {
  const [address, setAddress] = useState('');
  const [mistake, setMistake] = useState(false);
  const follow = useAct(SupersedeResourceDocument);
  async function send(byId: string | null): Promise<void> {
    if (!(await follow.run({ resourceId: resource.id, byId }))) return;
    say(byId ? words.followed : words.unfollowed);
    setAddress('');
  }
  return (
    <Form
      label={words.follow}
      errors={follow.fields}
      problem={follow.message}
      onSubmit={() => {
        const id = resourceIdIn(address);
        setMistake(id === null);
        if (id) void send(id);
      }}
    >
      <TextField name="byId" label={words.followField} hint={words.followHint} value={address} onChange={setAddress} maxLength={300} {...(mistake ? { error: words.followMistake } : {})} required />
      <FormActions>
        <Button type="submit" pending={follow.pending}>
          {words.followSave}
        </Button>
        {record.supersededBy && (
          <Button look="quiet" isDisabled={follow.pending} onPress={() => void send(null)}>
            {words.followNone}
          </Button>
        )}
      </FormActions>
    </Form>
  );
}

/** The resource that an address leads to; null where it leads to none. */
export function resourceIdIn(address: string): string | null {
  return /(?:\/library\/|^)([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/i.exec(address.trim())?.[1] ?? null;
}
