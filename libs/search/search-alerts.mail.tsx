import { Button, Heading, List, mailTemplate, Paragraph, type StoppedMail, TextLink } from '@app/platform/mail';
import { ALERT_MAIL, type AlertData, SearchAlerts } from './search-alerts.service.js';
import { pathOfSearch, SavedSearches } from './saved-searches.service.js';

const searchOf = ({ data }: StoppedMail): string => (data as unknown as AlertData).search;

/** What is new for a search that somebody keeps. */
export const alertMail = mailTemplate<AlertData>({
  kind: ALERT_MAIL,
  // One search is stopped by its mail, and the others go on.
  stop: {
    about: async (get, mail) => {
      const search = await get(SavedSearches).stopOf(mail.personId, searchOf(mail));
      return search && { words: `mail about the search “${search.name}”`, stopped: search.often === 'never' };
    },
    stop: (get, mail) => get(SavedSearches).setOften(mail.personId, searchOf(mail), 'never'),
    resume: (get, mail) => get(SavedSearches).setOften(mail.personId, searchOf(mail), mail.category === 'digest' ? 'weekly' : 'at_once'),
  },
  render: async (get, mail) => {
    const alert = await get(SearchAlerts).alertFor(mail.personId, mail.data);
    if (!alert) return null;
    const { name, filter, things, total } = alert;
    const [first] = things;
    const count = (n: number): string => n.toLocaleString('en-US');
    return {
      subject: total > 1 ? `${first?.title} — and ${count(total - 1)} more for “${name}”` : `${first?.title} — new for “${name}”`,
      preheader: things[1] ? `Also: ${things[1].title}` : `New since you last heard about “${name}”`,
      because: `You get this because you keep the search “${name}”. You decide how often at Saved searches.`,
      stopWords: 'Stop mail about this search',
      element: (
        <>
          <Heading>New for “{name}”</Heading>
          <List title={total === 1 ? 'One thing' : total > things.length ? `${count(total)} things, of which the newest are` : `${count(total)} things`} items={things.map(({ title, path, organizationName }) => ({ title, to: mail.link(path), note: organizationName ?? undefined }))} />
          <Button to={mail.link(pathOfSearch(filter))}>Look at all of it</Button>
          <Paragraph quiet>
            How often: <TextLink to={mail.link('/search/saved')}>your saved searches</TextLink>.
          </Paragraph>
        </>
      ),
    };
  },
});
