import { Columns, Facts, Instant, Notice, PageHeader, Section, Tag, TextLink } from '@app/ui';
import type { ReactNode } from 'react';
import { InstrumentMark } from './InstrumentMark.js';
import type { PracticePageQuery } from './practices.generated.js';
import { standingWords, thresholdWords, words } from './words.js';

export type PracticeWhole = NonNullable<PracticePageQuery['practice']>;

interface PracticeViewProps {
  practice: PracticeWhole;
  /** How far it is vouched for, under the text. */
  record?: ReactNode;
  /** What can be done with it, after that. */
  actions?: ReactNode;
  /** What follows the practice itself. */
  children?: ReactNode;
}

/** A practice as a public document: what, by what, in figures, how it came about, and how far it can be relied on. Pure. */
export function PracticeView({ practice, record, actions, children }: PracticeViewProps) {
  return (
    <article>
      <PageHeader
        voice="serif"
        above={
          <>
            <TextLink to="/practices">{words.practices}</TextLink>
            {practice.principle && (
              <>
                {' / '}
                <TextLink to={`/principles/${practice.principle.number}`}>{`${practice.principle.number} ${practice.principle.shortName}`}</TextLink>
              </>
            )}
          </>
        }
        title={practice.title}
        lead={practice.district && <TextLink to={`/districts/${practice.district.slug}`}>{[practice.district.name, practice.district.state].filter(Boolean).join(', ')}</TextLink>}
      />
      <Columns marginLabel={words.about} margin={<Margin practice={practice} />}>
        <div className="grid gap-4">
          {practice.hiddenReason && (
            <Notice kind="attention" title={words.hiddenTitle}>
              {words.hiddenText(practice.hiddenReason)}
            </Notice>
          )}
          {practice.status === 'recorded' && (
            <Notice title={words.asOfTitle}>
              {practice.continuedBy ? (
                <>
                  {words.continuedText} <TextLink to={`/practices/${practice.continuedBy.slug}`}>{practice.continuedBy.title}</TextLink> ({words.states[practice.continuedBy.state]})
                </>
              ) : (
                words.asOfText
              )}
            </Notice>
          )}
          {practice.state === 'lapsed' && (
            <Notice kind="attention" title={standingWords(practice)}>
              {practice.lapseReason}
            </Notice>
          )}
          <Paragraphs text={practice.summary} lead />
          {practice.thresholds.length > 0 && (
            <Section title={words.figures}>
              <Facts
                facts={practice.thresholds.map((threshold) => ({
                  label: threshold.note ? `${threshold.label}, ${threshold.note}` : threshold.label,
                  value: thresholdWords(threshold),
                  ...(practice.status === 'recorded' ? { source: [words.asOfShort, threshold.line && words.lines([threshold.line])].filter(Boolean).join('. ') as ReactNode } : {}),
                }))}
              />
            </Section>
          )}
          {practice.story && (
            <Section title={words.howItCameAbout}>
              <Paragraphs text={practice.story} />
            </Section>
          )}
          {practice.whatFailed && (
            <Section title={words.whatFailed}>
              <Paragraphs text={practice.whatFailed} />
            </Section>
          )}
          {practice.outcomes.length > 0 && (
            <Section title={words.outcomes}>
              <ul>
                {practice.outcomes.map((outcome) => (
                  <li key={`${outcome.text} ${outcome.year}`} className="border-t border-line py-2">
                    {outcome.text}
                    <span className="block text-note text-quiet">
                      {outcome.source}, {outcome.year}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {record}
          {actions}
        </div>
      </Columns>
      {children}
    </article>
  );
}

function Paragraphs({ text, lead = false }: { text: string; lead?: boolean }) {
  return (
    <div className={`grid gap-2 ${lead ? 'font-serif text-lead' : ''}`}>
      {text.split(/\n{2,}/).map((paragraph, at) => (
        <p key={at} className="whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

function Margin({ practice }: { practice: PracticeWhole }) {
  const { instrument } = practice;
  const linesOf = (fact: string): readonly number[] => practice.factLines.find((one) => one.fact === fact)?.lines ?? [];
  return (
    <dl className="grid gap-2 [&_dt]:font-semibold [&_dt]:text-ink">
      <Entry label={words.holds}>
        <span className="inline-flex items-baseline gap-0.5">
          <InstrumentMark instrument={instrument} size={14} />
          {words.instruments[instrument ?? 'unknown']}
        </span>
      </Entry>
      {practice.startYear !== null && <Entry label={words.since} lines={linesOf('startYear')}>{practice.startYear}</Entry>}
      {practice.expandedYear !== null && <Entry label={words.expanded} lines={linesOf('expandedYear')}>{practice.expandedYear}</Entry>}
      {practice.endYear !== null && <Entry label={words.until}>{practice.endYear}</Entry>}
      {practice.pilot !== null && <Entry label={words.pilot} lines={linesOf('pilot')}>{practice.pilot ? (practice.status === 'recorded' ? words.pilotYes : words.pilotNow) : words.adopted}</Entry>}
      {practice.pathway && <Entry label={words.pathwayLabel} lines={linesOf('pathway')}>{words.pathways[practice.pathway]}</Entry>}
      {practice.cost && <Entry label={words.cost}>{practice.cost}</Entry>}
      {practice.timeNeeded && <Entry label={words.timeNeeded}>{practice.timeNeeded}</Entry>}
      {practice.funder && <Entry label={words.funder} lines={linesOf('funder')}>{practice.funder}</Entry>}
      {practice.consultant && <Entry label={words.consultant} lines={linesOf('consultant')}>{practice.consultant}</Entry>}
      {practice.names.length > 0 && (
        <Entry label={words.called} lines={[...new Set(linesOf('names'))]}>
          <ul>
            {practice.names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Entry>
      )}
      {practice.sharedAt && (
        <Entry label={words.toldBy}>
          {practice.author && <span className="block">{practice.author.name}</span>}
          <Instant at={practice.sharedAt} form="day" />
        </Entry>
      )}
      {practice.changedAt && (
        <Entry label={words.changed}>
          <Instant at={practice.changedAt} form="day" />
        </Entry>
      )}
      {practice.audience === 'members' && (
        <Entry label={words.audienceField}>
          <Tag>{words.membersOnly}</Tag>
        </Entry>
      )}
      {practice.continues && (
        <Entry label={words.continues}>
          <TextLink to={`/practices/${practice.continues.slug}`}>{practice.continues.title}</TextLink>
        </Entry>
      )}
      {practice.source && <Entry label={words.source}>{practice.source}</Entry>}
    </dl>
  );
}

/** With `lines`, where the toolkit of 2011 says so. */
function Entry({ label, lines = [], children }: { label: string; lines?: readonly number[]; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {children}
        {lines.length > 0 && <span className="block text-note text-quiet">{words.lines(lines)}</span>}
      </dd>
    </div>
  );
}
