import { Links, type OpenPart } from '@app/platform/open';
import { Conferences } from './conferences.service.js';

const SHOWN = 20;
const say = { title: 'Conferences on it', place: (city: string, state: string | null, day: string | null) => [city, state, day].filter(Boolean).join(', ') };

/** The conferences about a principle, on its page. */
export const conferencesUnderPrinciple: OpenPart = {
  page: '/principles/:number',
  read: async (get, number) => {
    const { nodes } = await get(Conferences).page(null, { first: SHOWN }, { principle: Number(number) });
    if (nodes.length === 0) return null;
    return {
      title: say.title,
      body: <Links to={nodes.map(({ title, slug, city, state, firstDay, theme }) => ({ title, path: `/conferences/${slug}`, note: [say.place(city, state, firstDay), theme].filter(Boolean).join('. ') }))} />,
      facts: { conferences: nodes.map(({ id, title, slug, firstDay, lastDay }) => ({ id, title, address: `/conferences/${slug}`, first_day: firstDay, last_day: lastDay })) },
      modified: null,
    };
  },
};
