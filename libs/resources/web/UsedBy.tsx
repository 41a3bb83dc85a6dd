import { Button, Disclosure, Form, FormActions, Notice, say, Section, StateOutline, TextArea, TextField, TextLink } from '@app/ui';
import { useAct } from '@app/platform/web';
import { ReportLink } from '@app/moderation/web';
import { useState } from 'react';
import { USE_MAX } from '../contract/limits.js';
import { recordWords as words } from './record-words.js';
import { AttestUseDocument, RemoveUseDocument } from './resources.generated.js';
import type { RecordShown, ResourceShown } from './ResourceView.js';
import { UseChart } from './UseChart.js';

/** What teams say of having used a resource, and the reader's own team's word. */
export function UsedBy({ resource, record }: { resource: ResourceShown; record: RecordShown }) {
  return (
    <Section screenOnly={record.uses.length === 0} title={words.used}>
      {record.uses.length === 0 && <p className="text-quiet">{words.nobodyUsed}</p>}
      {record.uses.length > 0 && (
        <ul className="list-none p-0">
          {record.uses.map((use) => (
            <li key={use.id} className="border-0 border-t border-solid border-line py-2">
              <p>
                {use.team.state && <StateOutline code={use.team.state} />} <TextLink to={use.team.path}>{use.team.name}</TextLink>
                {use.team.state ? `, ${use.team.state}` : ''}, <span className="tabular-nums">{use.year}</span>
              </p>
              <p>{use.context}</p>
              <p>
                <strong className="font-semibold">{words.result}:</strong> {use.result}
              </p>
              {!use.isOurs && <ReportLink kind="resource-use" id={use.id} />}
            </li>
          ))}
        </ul>
      )}
      <UseChart months={record.months} />
      {record.mayAttest && (
        <div className="mt-2 print:hidden">
          <Disclosure title={record.ourUse ? words.changeUse : words.ourUse}>
            {/* A new form for each state of the team's word, so that it shows what stands. */}
            <OurUse key={record.ourUse?.id ?? 'none'} resourceId={resource.id} ours={record.ourUse} />
          </Disclosure>
        </div>
      )}
    </Section>
  );
}

function OurUse({ resourceId, ours }: { resourceId: string; ours: RecordShown['ourUse'] }) {
  const [year, setYear] = useState(String(ours?.year ?? new Date().getFullYear()));
  const [context, setContext] = useState(ours?.context ?? '');
  const [result, setResult] = useState(ours?.result ?? '');
  const attest = useAct(AttestUseDocument, { idempotent: true, onDone: () => say(words.usedSay) });
  const remove = useAct(RemoveUseDocument, { onDone: () => say(words.useRemoved) });
  return (
    <Form label={words.ourUse} errors={attest.fields} problem={attest.message} onSubmit={() => void attest.run({ resourceId, year: Number.parseInt(year, 10) || 0, context, result })}>
      <TextField name="year" label={words.year} value={year} onChange={setYear} inputMode="numeric" maxLength={4} width="short" required />
      <TextArea name="context" label={words.context} hint={words.contextHint} value={context} onChange={setContext} rows={3} maxLength={USE_MAX} required />
      <TextArea name="result" label={words.result} hint={words.resultHint} value={result} onChange={setResult} rows={3} maxLength={USE_MAX} required />
      <FormActions>
        <Button type="submit" pending={attest.pending}>
          {words.saveUse}
        </Button>
        {ours && (
          <Button look="quiet" pending={remove.pending} onPress={() => void remove.run({ resourceId })}>
            {words.removeUse}
          </Button>
        )}
      </FormActions>
      {remove.message && <Notice kind="danger" live title={remove.message} />}
    </Form>
  );
}
