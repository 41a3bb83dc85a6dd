import { Section, TextLink } from '@app/ui';
import { useGraph } from '@app/platform/web';
import type { DistrictPartProps } from '@app/organizations/web';
import { CollectionLines } from './CollectionLines.js';
import { CollectionsDocument } from './collections.generated.js';
import { words } from './words.js';

const SHOWN = 3;

/** On a district's or an organization's page: the shelves it keeps. Nothing stands there while it keeps none. */
export default function DistrictCollections({ id }: DistrictPartProps) {
  const { data } = useGraph(CollectionsDocument, { filter: { organizationId: id }, first: SHOWN });
  if (!data || data.collections.nodes.length === 0) return null;
  return (
    <Section title={words.keeps} aside={data.collections.pageInfo.hasNextPage ? <TextLink to={`/collections?from=${id}`}>{words.allOf}</TextLink> : undefined}>
      <CollectionLines lines={data.collections.nodes} level={3} brief />
    </Section>
  );
}
