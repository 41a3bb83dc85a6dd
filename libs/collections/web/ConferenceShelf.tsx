import { Icon, LinkButton, Section, TextLink } from '@app/ui';
import { useGraph } from '@app/platform/web';
import type { ConferencePartProps } from '@app/conferences/web';
import { Superseded } from '@app/search/web';
import { ConferenceShelfDocument } from './collections.generated.js';
import { words } from './words.js';

const SHOWN = 6;

/** On a conference's page: its collection, and the pack that each of the reader's teams takes home. */
export default function ConferenceShelf({ id, canRun }: ConferencePartProps) {
  const { data } = useGraph(ConferenceShelfDocument, { conferenceId: id });
  if (!data) return null;
  const { conferenceCollection: collection, takeHomePacks: packs } = data;
  if (!collection && !canRun && packs.length === 0) return null;
  return (
    <Section title={collection?.title ?? words.shelf} aside={collection ? <TextLink to={`/collections/${collection.slug}`}>{words.shelfAll}</TextLink> : undefined}>
      {collection?.summary && <p>{collection.summary}</p>}
      {!collection && <p className="text-quiet">{words.noShelf}</p>}
      {!collection && canRun && (
        <p className="mt-1">
          <LinkButton to={`/collections/new?conference=${id}`}>{words.beginShelf}</LinkButton>
        </p>
      )}
      {collection && (
        <ol className="list-none p-0">
          {collection.items.slice(0, SHOWN).map((item) => (
            <li key={item.id} className="border-0 border-t border-solid border-line py-2">
              <TextLink to={`/library/${item.resource.id}`}>{item.resource.title}</TextLink>
              <Superseded by={item.resource.supersededBy && { title: item.resource.supersededBy.title, path: `/library/${item.resource.supersededBy.id}` }} />
              {item.note && <span className="block text-note text-quiet">{item.note}</span>}
            </li>
          ))}
          {collection.items.length > SHOWN && <li className="py-2 text-quiet">{words.shelfMore(collection.items.length - SHOWN)}</li>}
        </ol>
      )}
      {packs.map((pack) => (
        <p key={pack.organizationId} className="mt-2 print:hidden">
          {/* The server sends it as an attachment, so the page stays. */}
          <a className="ui-button" data-look="secondary" href={pack.path} download>
            <Icon name="down" /> {words.takeHome(pack.name)}
          </a>
          <span className="block text-note text-quiet">{words.takeHomeText}</span>
        </p>
      ))}
    </Section>
  );
}
