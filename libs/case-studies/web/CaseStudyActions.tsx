import { Button, Confirm, Dialog, Form, LinkButton, Notice, say, TextArea } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useState } from 'react';
import { ApproveCaseStudyDocument, CloseCaseStudyDocument, OfferCaseStudyDocument, RetireCaseStudyDocument, SendBackCaseStudyDocument, UnapproveCaseStudyDocument } from './case-studies.generated.js';
import { Writer } from './Writer.js';
import type { CaseStudyWhole } from './CaseStudyPage.js';
import { words } from './words.js';

/** What the reader may do with a case study now. */
export function CaseStudyActions({ study }: { study: CaseStudyWhole }) {
  const { write, offer, sendBack, approveFor, unapproveFor, retire, reassign, revise } = study.viewerCan;
  if (![write, offer, sendBack, approveFor.length, unapproveFor.length, retire, reassign, revise].some(Boolean)) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-ink pt-2 print:hidden">
      {write && (
        <LinkButton look="primary" to={`/case-studies/${study.slug}/write`}>
          {words.write}
        </LinkButton>
      )}
      {offer && <Offer caseStudyId={study.id} />}
      {approveFor.map((sponsor) => (
        <Approve key={sponsor.id} caseStudyId={study.id} sponsor={sponsor} several={approveFor.length > 1} />
      ))}
      {unapproveFor.map((sponsor) => (
        <Unapprove key={sponsor.id} caseStudyId={study.id} sponsor={sponsor} several={unapproveFor.length > 1} />
      ))}
      {sendBack && <SendBack caseStudyId={study.id} />}
      {retire && <Retire caseStudyId={study.id} />}
      {revise && <Writer study={study} kind="revise" />}
      {reassign && <Writer study={study} kind="reassign" />}
      {reassign && <Close caseStudyId={study.id} />}
    </div>
  );
}

interface OfCaseStudy {
  caseStudyId: string;
}

function Offer({ caseStudyId }: OfCaseStudy) {
  const act = useAct(OfferCaseStudyDocument, { idempotent: true, onDone: () => say(words.offered, 'success') });
  return <Sure title={words.offerTitle} text={words.offerText} button={words.offer} look="primary" act={act} caseStudyId={caseStudyId} />;
}

function Close({ caseStudyId }: OfCaseStudy) {
  const act = useAct(CloseCaseStudyDocument, { idempotent: true, onDone: () => say(words.closed) });
  return <Sure title={words.closeTitle} text={words.closeText} button={words.close} look="danger" act={act} caseStudyId={caseStudyId} />;
}

interface SureProps extends OfCaseStudy {
  title: string;
  text: string;
  button: string;
  look: 'primary' | 'danger';
  act: { run: (input: OfCaseStudy) => Promise<object | null>; pending: boolean; message: string | null };
}

function Sure({ title, text, button, look, act, caseStudyId }: SureProps) {
  return (
    <Confirm title={title} button={button} yes={button} no={words.keep} look={look} pending={act.pending} problem={act.message} onYes={() => act.run({ caseStudyId })}>
      {text}
    </Confirm>
  );
}

interface ForSponsor extends OfCaseStudy {
  sponsor: { id: string; name: string };
  /** Whoever speaks for several co-sponsors reads for which. */
  several: boolean;
}

function Unapprove({ caseStudyId, sponsor, several }: ForSponsor) {
  const [reason, setReason] = useState('');
  const act = useAct(UnapproveCaseStudyDocument, { idempotent: true, onDone: () => say(words.unapproved) });
  const button = several ? words.unapproveFor(sponsor.name) : words.unapprove;
  return <Reasoned title={words.unapproveTitle} lead={words.unapproveText} button={button} name="reason" label={words.unapproveReason} text={reason} onText={setReason} act={act} onSend={() => act.run({ caseStudyId, organizationId: sponsor.id, reason })} />;
}

function Approve({ caseStudyId, sponsor, several }: ForSponsor) {
  const act = useAct(ApproveCaseStudyDocument, { idempotent: true, onDone: () => say(words.approved, 'success') });
  return (
    <>
      <Button look="primary" pending={act.pending} onPress={() => void act.run({ caseStudyId, organizationId: sponsor.id })}>
        {several ? words.approveFor(sponsor.name) : words.approve}
      </Button>
      {act.message && (
        <Notice kind="danger" live>
          {act.message}
        </Notice>
      )}
    </>
  );
}

function SendBack({ caseStudyId }: OfCaseStudy) {
  const [text, setText] = useState('');
  const act = useAct(SendBackCaseStudyDocument, { idempotent: true, onDone: () => say(words.sentBack) });
  return <Reasoned title={words.sendBackTitle} button={words.sendBack} name="words" label={words.sendBackWords} text={text} onText={setText} act={act} onSend={() => act.run({ caseStudyId, words: text })} />;
}

function Retire({ caseStudyId }: OfCaseStudy) {
  const [reason, setReason] = useState('');
  const act = useAct(RetireCaseStudyDocument, { idempotent: true, onDone: () => say(words.retired) });
  return <Reasoned title={words.retireTitle} lead={words.retireText} button={words.retire} name="reason" label={words.retireReason} text={reason} onText={setReason} act={act} onSend={() => act.run({ caseStudyId, reason })} />;
}

interface ReasonedProps {
  title: string;
  lead?: string;
  button: string;
  name: string;
  label: string;
  text: string;
  onText: (text: string) => void;
  act: { pending: boolean; message: string | null; fields: readonly { field: string; message: string }[] };
  onSend: () => Promise<object | null>;
}

/** What needs a word of why. */
function Reasoned({ title, lead, button, name, label, text, onText, act, onSend }: ReasonedProps) {
  return (
    <Dialog title={title} trigger={<Button look="quiet">{button}</Button>}>
      {(close) => (
        <Form label={title} errors={act.fields} problem={act.message} onSubmit={() => void onSend().then((done) => done && close())}>
          {lead && <p>{lead}</p>}
          <TextArea name={name} label={label} required rows={4} maxLength={600} value={text} onChange={onText} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="primary" pending={act.pending}>
              {button}
            </Button>
            <Button onPress={close}>{words.keep}</Button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}
