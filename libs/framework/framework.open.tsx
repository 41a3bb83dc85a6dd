import { additionsTo, Links, type OpenFeed, type OpenPage, OpenShelves, Paragraphs, Part } from '@app/platform/open';
import { vocabulary } from './vocabulary.js';

const SHOWN = 100;
const say = {
  principles: 'Ten principles',
  principlesLead: 'The principles by which districts, unions and boards work together, and what is known under each.',
  under: 'What everybody may read under it',
  nothing: 'Nothing that everybody may read yet.',
  tenets: 'Tenets',
  newUnder: (name: string) => `What is new under ${name}`,
  newAbout: (name: string) => `What is new on ${name}`,
  underLead: (name: string) => `Practices, case studies and resources under the principle ${name} that everybody may read.`,
  aboutLead: (name: string) => `Resources on ${name} that everybody may read.`,
};

const { principles, tenets, topics, purpose } = vocabulary;

/** The purpose that both sides share, with its tenets. */
export const purposePage: OpenPage = {
  path: '/purpose',
  read: async () => ({
    path: '/purpose',
    title: purpose.title,
    description: purpose.lead,
    type: 'article',
    modified: null,
    lead: purpose.lead,
    body: (
      <>
        <Paragraphs text={purpose.paragraphs.join('\n\n')} />
        <p>{purpose.sourceNote}</p>
        <Part title={say.tenets}>
          <ol>
            {tenets.map((tenet) => (
              <li key={tenet.slug}>
                <strong>{tenet.name}.</strong> {tenet.summary}
              </li>
            ))}
          </ol>
        </Part>
        <Part title={say.principles}>
          <Links to={principles.map((one) => ({ title: `${one.number} ${one.name}`, path: `/principles/${one.number}` }))} />
        </Part>
      </>
    ),
    linked: () => ({ '@type': 'WebPage', name: purpose.title, description: purpose.lead, inLanguage: 'en-US' }),
  }),
};

/** All ten principles. */
export const principlesPage: OpenPage = {
  path: '/principles',
  read: async () => ({
    path: '/principles',
    title: say.principles,
    description: say.principlesLead,
    type: 'website',
    modified: null,
    lead: say.principlesLead,
    body: <Links to={principles.map((one) => ({ title: `${one.number} ${one.name}`, path: `/principles/${one.number}`, note: one.summary }))} />,
    linked: () => ({ '@type': 'DefinedTermSet', name: say.principles, description: say.principlesLead }),
  }),
};

/** One principle with all that is open to everybody under it. */
export const principlePage: OpenPage = {
  path: '/principles/:number',
  read: async (get, { params: { number = '' } }) => {
    const principle = principles.find((one) => String(one.number) === number || one.slug === number);
    if (!principle) return null;
    const things = await get(OpenShelves).newest({ principle: principle.number }, SHOWN);
    const added = await additionsTo(get, principlePage.path, String(principle.number));
    const shelves = get(OpenShelves).all.filter(({ name }) => things.some(({ shelf }) => shelf === name));
    return {
      path: `/principles/${principle.number}`,
      title: principle.name,
      description: principle.summary,
      type: 'website',
      modified: [added, ...things].reduce<Date | null>((latest, { modified }) => (modified && (!latest || modified > latest) ? modified : latest), null),
      crumbs: [{ title: say.principles, path: '/principles' }],
      lead: principle.summary,
      body: (
        <>
          {things.length === 0 && <p>{say.nothing}</p>}
          {shelves.map(({ name, title }) => (
            <Part key={name} title={title}>
              <Links to={things.filter(({ shelf }) => shelf === name).map((thing) => ({ title: thing.title, path: thing.path, note: thing.summary }))} />
            </Part>
          ))}
          {added.body}
        </>
      ),
      linked: (url) => ({ '@type': 'DefinedTerm', name: principle.name, description: principle.summary, termCode: String(principle.number), inDefinedTermSet: url('/principles') }),
      feeds: [{ title: say.newUnder(principle.name), path: `/feeds/principles/${principle.number}.xml` }],
      facts: {
        type: 'principle',
        number: principle.number,
        name: principle.name,
        things: things.map((thing) => ({ kind: thing.shelf, id: thing.id, title: thing.title, address: thing.path })),
        ...added.facts,
      },
    };
  },
};

/** What is new under one principle. */
export const principleFeed: OpenFeed = {
  path: '/feeds/principles/:number.xml',
  read: async (_get, { number }) => {
    const principle = principles.find((one) => String(one.number) === number);
    return principle ? { title: principle.name, description: say.underLead(principle.name), page: `/principles/${principle.number}`, items: { principle: principle.number } } : null;
  },
};

/** What is new on one topic of the pledge. */
export const topicFeed: OpenFeed = {
  path: '/feeds/topics/:topic.xml',
  read: async (_get, { topic: slug }) => {
    const topic = topics.find((one) => one.slug === slug);
    return topic ? { title: topic.name, description: say.aboutLead(topic.name), page: `/library?topic=${topic.slug}`, items: { topic: topic.slug } } : null;
  },
};
