import { Section } from '@app/ui';
import { useGraph } from '@app/platform/web';
import type { DistrictPartProps } from '@app/organizations/web';
import { ThreadLines } from './ThreadLines.js';
import { ThreadsDocument } from './Threads.generated.js';
import { words } from './words.js';

/** What a district has asked and told, on its page; nothing where there is nothing. */
export default function DistrictThreads({ id, name }: DistrictPartProps) {
  const { data } = useGraph(ThreadsDocument, { organizationId: id, first: 5 });
  if (!data || data.threads.nodes.length === 0) return null;
  return (
    <Section title={words.districtTitle}>
      <ThreadLines threads={data.threads.nodes} label={`${words.districtTitle}: ${name}`} />
    </Section>
  );
}
