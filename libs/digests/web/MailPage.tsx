import { Checkbox, ErrorState, Loading, Notice, PageHeader, say, TextLink } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { ChooseMailDocument, MyMailDocument } from './digests.generated.js';
import { words } from './words.js';

/** What mail a person gets; each choice takes effect when it is made. */
export default function MailPage() {
  useTitle(words.mailTitle);
  const { data, error, refetch } = useGraph(MyMailDocument, {});
  const choose = useAct(ChooseMailDocument, { refreshes: ['MyMail'] });
  if (error)
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  if (!data) return <Loading page lines={5} />;
  const { address, unreachable, choices } = data.myMail;
  return (
    <>
      <PageHeader title={words.mailTitle} lead={words.mailLead} />
      <p className="mb-3">
        {words.address(address)} <TextLink to="/me">{words.changeAddress}</TextLink>
      </p>
      {unreachable && (
        <Notice kind="attention" title={words.unreachableTitle}>
          {words.unreachable}
        </Notice>
      )}
      {choose.message && (
        <p role="alert" className="text-danger">
          {choose.message}
        </p>
      )}
      <div className="flex flex-col gap-2">
        {choices.map(({ category, wanted }) => (
          <Checkbox
            key={category}
            name={category}
            checked={wanted}
            hint={words.kinds[category].hint}
            onChange={(now) => void choose.run({ category, wanted: now }).then((done) => done && say(words.saved(words.kinds[category].label, now)))}
          >
            {words.kinds[category].label}
          </Checkbox>
        ))}
      </div>
    </>
  );
}
