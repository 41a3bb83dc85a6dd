import { Button, Dialog, ErrorState, LinkButton, Loading, Notice, PageHeader, say, Section, TextLink } from '@app/ui';
import { SubjectThreads } from '@app/discussions/web';
import { ReportLink } from '@app/moderation/web';
import { CiteThis, ForPrograms, SlotParts, useAct, useGraph, useSessionInfo, useTitle } from '@app/platform/web';
import { useNavigate, useParams } from 'react-router';
import { PracticePageDocument, PracticesFoundDocument, WithdrawPracticeDocument } from './practices.generated.js';
import { PracticeLines } from './PracticeLines.js';
import { PracticeView, type PracticeWhole } from './PracticeView.js';
import { RecordPart } from './RecordPart.js';
import { practiceSlot } from './slots.js';
import { words } from './words.js';

/** One practice, and what can be done with it. */
export default function PracticePage() {
  const { slug = '' } = useParams();
  const { data, error, isFetching, refetch } = useGraph(PracticePageDocument, { slug });
  const practice = data?.practice;
  useTitle(practice?.title ?? (data ? words.notHere : undefined));
  if (error)
    return (
      <ErrorState level={1} title={words.failed} onRetry={() => void refetch()} retrying={isFetching}>
        <p>{error.message}</p>
      </ErrorState>
    );
  if (!data) return <Loading page lines={8} label={words.loadingPractice} />;
  if (!practice) return <PageHeader title={words.notHere} lead={words.notHereLead} action={<LinkButton to="/practices">{words.toPractices}</LinkButton>} />;
  return (
    <PracticeView practice={practice} record={<RecordPart practice={practice} />} actions={<Actions practice={practice} />}>
      <div className="mt-6 grid gap-4">
        <SubjectThreads kind="practice" id={practice.id} title={practice.title} />
        <SlotParts slot={practiceSlot} props={{ id: practice.id, slug: practice.slug, title: practice.title, districtSlug: practice.district?.slug ?? null }} />
        {practice.principle && <Others number={practice.principle.number} name={practice.principle.shortName} except={practice.id} />}
        {practice.audience === 'public' && !practice.hiddenReason && (
          <div>
            <CiteThis path={`/practices/${practice.slug}`} />
            <ForPrograms path={`/practices/${practice.slug}`} {...(practice.principle ? { feed: `/feeds/principles/${practice.principle.number}.xml` } : {})} />
          </div>
        )}
      </div>
    </PracticeView>
  );
}

function Actions({ practice }: { practice: PracticeWhole }) {
  const session = useSessionInfo();
  const subject = `practice:${practice.id}`;
  return (
    <div className="grid gap-2 border-t border-ink pt-2 print:hidden">
      {/* Members start one under "Conversations", further down. */}
      {!session?.isMember && <p className="text-quiet">{words.talkLead}</p>}
      <div className="flex flex-wrap items-center gap-2">
        {!session?.isMember && (
          <LinkButton look="primary" to={session?.person ? `/threads/new?subject=${subject}` : `/sign-in?next=${encodeURIComponent(`/threads/new?subject=${subject}`)}`}>
            {words.talk}
          </LinkButton>
        )}
        {practice.viewerCan.continue && (
          <LinkButton look="primary" to={`/practices/${practice.slug}/continue`}>
            {words.continueIt}
          </LinkButton>
        )}
        {practice.viewerCan.edit && <LinkButton to={`/practices/${practice.slug}/edit`}>{words.edit}</LinkButton>}
        {practice.viewerCan.withdraw && <Withdraw practice={practice} />}
        {!practice.viewerCan.edit && <ReportLink kind="practice" id={practice.id} />}
      </div>
    </div>
  );
}

function Withdraw({ practice }: { practice: PracticeWhole }) {
  const navigate = useNavigate();
  const act = useAct(WithdrawPracticeDocument, { idempotent: true });

  async function withdraw() {
    if (!(await act.run({ practiceId: practice.id }))) return;
    say(words.withdrawn);
    void navigate('/practices');
  }

  return (
    <Dialog
      role="alertdialog"
      title={words.withdrawTitle}
      trigger={<Button look="quiet">{words.withdraw}</Button>}
      actions={(close) => (
        <>
          <Button look="danger" pending={act.pending} onPress={() => void withdraw()}>
            {words.withdrawYes}
          </Button>
          <Button onPress={close}>{words.keep}</Button>
        </>
      )}
    >
      <p>{words.withdrawText}</p>
      {act.message && (
        <Notice kind="danger" live>
          {act.message}
        </Notice>
      )}
    </Dialog>
  );
}

const OTHERS = 4;

function Others({ number, name, except }: { number: number; name: string; except: string }) {
  const { data } = useGraph(PracticesFoundDocument, { principle: number, first: OTHERS + 1 });
  const others = data?.practices.nodes.filter((practice) => practice.id !== except).slice(0, OTHERS) ?? [];
  if (others.length === 0) return null;
  return (
    <Section screenOnly title={words.othersUnder(name)} aside={<TextLink to={`/principles/${number}`}>{words.allUnder}</TextLink>}>
      <PracticeLines practices={others} omit="principle" />
    </Section>
  );
}
