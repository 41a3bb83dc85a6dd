import { Button, Disclosure, Form, FormActions, say, Section, Select, TextArea, TextLink } from '@app/ui';
import { useAct, useGraph, useSessionInfo } from '@app/platform/web';
import type { ResourcePartProps } from '@app/resources/web';
import { useState } from 'react';
import { NOTE_MAX } from '../contract/limits.js';
import { AddToCollectionDocument, CollectionsOfResourceDocument } from './collections.generated.js';
import { words } from './words.js';

/** On the page of a resource: the collections in which it stands, and the way into one's own. */
export default function ResourceCollections({ id }: ResourcePartProps) {
  const session = useSessionInfo();
  const mine = session?.isMember ?? false;
  const { data } = useGraph(CollectionsOfResourceDocument, { filter: { resourceId: id }, mine });
  const kept = data?.kept?.nodes ?? [];
  if (!data || (data.collections.nodes.length === 0 && kept.length === 0)) return null;
  return (
    <Section title={words.standsIn}>
      {data.collections.nodes.length === 0 && <p className="text-quiet">{words.standsNowhere}</p>}
      <ul className="list-none p-0">
        {data.collections.nodes.map((one) => (
          <li key={one.id}>
            <TextLink to={`/collections/${one.slug}`}>{one.title}</TextLink>, <span className="text-quiet">{one.owner.name}</span>
          </li>
        ))}
      </ul>
      {kept.length > 0 && (
        <div className="mt-2 print:hidden">
          <Disclosure title={words.putIn}>
            <PutIn resourceId={id} kept={kept} />
          </Disclosure>
        </div>
      )}
    </Section>
  );
}

function PutIn({ resourceId, kept }: { resourceId: string; kept: readonly { id: string; title: string }[] }) {
  const [collectionId, setCollectionId] = useState(kept[0]?.id ?? '');
  const [note, setNote] = useState('');
  const add = useAct(AddToCollectionDocument, {
    idempotent: true,
    onDone: ({ title }) => {
      say(words.putSay(title));
      setNote('');
    },
  });
  return (
    <Form label={words.putIn} errors={add.fields} problem={add.message} onSubmit={() => void add.run({ collectionId, resourceId, note })}>
      <Select name="collectionId" label={words.which} options={kept.map((one) => ({ value: one.id, label: one.title }))} value={collectionId} onChange={setCollectionId} required />
      <TextArea name="note" label={words.note} value={note} onChange={setNote} rows={2} maxLength={NOTE_MAX} />
      <FormActions>
        <Button type="submit" pending={add.pending}>
          {words.put}
        </Button>
      </FormActions>
    </Form>
  );
}
