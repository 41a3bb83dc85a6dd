import { Button, EmptyState, Instant, say, Section, TextLink } from '@app/ui';
import { useAct } from '@app/platform/web';
import type { Conference } from './ConferencePage.js';
import { RemoveMaterialDocument } from './conferences.generated.js';
import { useAnchor } from './useAnchor.js';
import { words } from './words.js';

/** What was handed out, as far as the reader may see it. */
export function Materials({ conference, member }: { conference: Conference; member: boolean }) {
  const remove = useAct(RemoveMaterialDocument, { onDone: () => say(words.removed) });
  useAnchor();
  return (
    <Section title={words.materials}>
      {conference.materials.length === 0 ? (
        <EmptyState level={3} title={words.noMaterialsTitle}>
          {words.noMaterials}
        </EmptyState>
      ) : (
        <ul>
          {conference.materials.map((material) => (
            <li key={material.id} id={`material-${material.id}`} tabIndex={-1} className="border-t border-line py-2">
              <TextLink to={material.link}>{material.title}</TextLink>
              {material.resourceId && <span className="text-note text-quiet"> {words.inLibrary}</span>}
              {material.note && <span className="block">{material.note}</span>}
              <span className="block text-note text-quiet">
                {material.team && (
                  <>
                    <TextLink to={`/${material.team.kind === 'district' ? 'districts' : 'organizations'}/${material.team.slug}`}>{words.shown(material.team.name)}</TextLink>,{' '}
                  </>
                )}
                {material.by && material.by !== material.team?.name && `${material.by}, `}
                <Instant at={material.at} form="ago" />
              </span>
              {conference.viewerCan.run && (
                <Button look="quiet" icon="close" onPress={() => void remove.run({ materialId: material.id })} aria-label={`${words.remove}: ${material.title}`}>
                  {words.remove}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {remove.message && (
        <p role="alert" className="text-danger">
          {remove.message}
        </p>
      )}
      {!member && <p className="text-note text-quiet">{words.fewerMaterials}</p>}
    </Section>
  );
}
