import { Button, Form, FormActions, LinkButton, PageHeader, TextField } from '@app/ui';
import { useAct, useTitle } from '@app/platform/web';
import { useParams } from 'react-router';
import { JoinByLinkDocument } from './people.generated.js';
import { goOn } from './session.js';
import { words } from './words.js';

/** Makes an account for an address that asked how to join, then leads on to finding the district. */
export default function JoinPage() {
  useTitle(words.joinTitle);
  const { token = '' } = useParams();
  const join = useAct(JoinByLinkDocument, { refreshes: 'nothing', onDone: () => goOn('/districts?join=1') });
  const stale = join.fields.find((problem) => problem.field === 'token')?.message;
  return (
    <>
      <PageHeader title={words.joinTitle} lead={words.joinLead} />
      <Form
        onSubmit={(data) => void join.run({ token, name: String(data.get('name') ?? '') })}
        errors={join.fields.filter((problem) => problem.field !== 'token')}
        problem={stale ?? join.message}
      >
        <TextField name="name" label={words.name} hint={words.nameHint} autoComplete="name" maxLength={120} required width="medium" />
        <FormActions>
          <Button type="submit" look="primary" pending={join.pending}>
            {words.join}
          </Button>
          {stale && <LinkButton to="/sign-in">{words.linkBad}</LinkButton>}
        </FormActions>
      </Form>
    </>
  );
}
