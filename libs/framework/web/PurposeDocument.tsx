import { Columns, PageHeader, TextLink } from '@app/ui';
import type { ReactNode } from 'react';
import type { PurposeQuery } from './Purpose.generated.js';
import { words } from './words.js';

/** The founding document, set to be read and printed: purpose, conditions, pledge. Pure: the server can draw it too. */
export function PurposeDocument({ purpose, tenets, topics }: PurposeQuery) {
  return (
    <article>
      <PageHeader voice="serif" title={purpose.title} lead={purpose.lead} />
      <Columns marginLabel={words.contents} margin={<Contents />}>
        <div className="grid gap-2 font-serif text-lead">
          {purpose.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <p className="mt-3 text-note text-quiet">{purpose.sourceNote}</p>
        <Part id="conditions" title={words.tenets} lead={words.tenetsLead}>
          <ol className="mt-3">
            {tenets.map((tenet) => (
              <li key={tenet.number} className="grid grid-cols-[2.5rem_1fr] border-t border-line py-2 break-inside-avoid">
                <span className="font-serif text-lead text-accent tabular-nums">{tenet.number}</span>
                <div>
                  <h3 className="font-semibold">{tenet.name}</h3>
                  <p className="text-quiet">{tenet.summary}</p>
                </div>
              </li>
            ))}
          </ol>
        </Part>
        <Part id="pledge" title={words.topics} lead={words.topicsLead}>
          <dl className="mt-3">
            {topics.map((topic) => (
              <div key={topic.slug} className="border-t border-line py-2 break-inside-avoid">
                <dt className="font-semibold">{topic.name}</dt>
                <dd className="text-quiet">{topic.summary}</dd>
              </div>
            ))}
          </dl>
        </Part>
      </Columns>
    </article>
  );
}

function Part({ id, title, lead, children }: { id: string; title: string; lead: string; children: ReactNode }) {
  return (
    <section className="mt-8" aria-labelledby={id}>
      <h2 id={id} className="font-serif text-title font-semibold text-balance">
        {title}
      </h2>
      <p className="mt-1 text-quiet">{lead}</p>
      {children}
    </section>
  );
}

function Contents() {
  return (
    <nav aria-label={words.contents}>
      <ul className="grid gap-1 print:hidden">
        <li>
          <a className="ui-link" href="#conditions">
            {words.tenets}
          </a>
        </li>
        <li>
          <a className="ui-link" href="#pledge">
            {words.topics}
          </a>
        </li>
        <li>
          <TextLink to="/principles">{words.seeAllPrinciples}</TextLink>
        </li>
      </ul>
    </nav>
  );
}
