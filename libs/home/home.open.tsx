import { Links, type OpenPage, OpenShelves, Part } from '@app/platform/open';

const NEW = 10;
const say = {
  title: 'Districts lead better when both sides of the table lead together',
  lead: 'Accord is where superintendents, school-board presidents and union or association leaders keep the work of a conference going: they share what works, talk it over, and learn from districts that have done it.',
  read: 'Read without an account',
  fresh: 'Lately opened to everybody',
  purpose: 'Purpose',
  purposeNote: 'The purpose that both sides share, fifteen tenets and ten principles.',
  principles: 'Ten principles',
  principlesNote: 'What is known under each.',
};

/** The front door for whoever has no session, or no script. */
export const frontPage: OpenPage = {
  path: '/',
  read: async (get) => {
    const shelves = get(OpenShelves);
    const fresh = await shelves.newest({}, NEW, shelves.all.filter(({ feed }) => feed));
    return {
      path: '/',
      title: say.title,
      description: say.lead,
      type: 'website',
      modified: fresh[0]?.published ?? null,
      lead: say.lead,
      body: (
        <>
          <Part title={say.read}>
            <Links to={[...shelves.all.map(({ title, path, lead }) => ({ title, path, note: lead })), { title: say.purpose, path: '/purpose', note: say.purposeNote }, { title: say.principles, path: '/principles', note: say.principlesNote }]} />
          </Part>
          {fresh.length > 0 && (
            <Part title={say.fresh}>
              <Links to={fresh} />
            </Part>
          )}
        </>
      ),
      linked: (url) => ({ '@type': 'WebSite', name: 'Accord', description: say.lead, potentialAction: { '@type': 'SearchAction', target: `${url('/search')}?q={search_term_string}`, 'query-input': 'required name=search_term_string' } }),
      feeds: shelves.all.flatMap(({ feed, name, title }) => (feed ? [{ title, path: `/feeds/${name}.xml` }] : [])),
    };
  },
};
