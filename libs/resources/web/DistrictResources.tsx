import { Loading, Section, TextLink } from '@app/ui';
import { useGraph } from '@app/platform/web';
import type { DistrictPartProps } from '@app/organizations/web';
import { ResourceLines } from './ResourceLines.js';
import { DistrictShelfDocument } from './resources.generated.js';
import { words } from './words.js';

const SHOWN = 4;

/** On a district's page: what it shares. */
export default function DistrictResources({ id, name }: DistrictPartProps) {
  const { data, error } = useGraph(DistrictShelfDocument, { organizationId: id, first: SHOWN });
  if (error) return null;
  if (!data)
    return (
      <Section title={words.shares}>
        <Loading lines={3} />
      </Section>
    );
  const { nodes, pageInfo } = data.resources;
  return (
    <Section title={words.shares} aside={pageInfo.hasNextPage ? <TextLink to={`/library?from=${id}`}>{words.sharesAll}</TextLink> : undefined}>
      {nodes.length === 0 ? <p className="text-quiet">{words.sharesNothing(name)}</p> : <ResourceLines lines={nodes} level={3} brief />}
    </Section>
  );
}
