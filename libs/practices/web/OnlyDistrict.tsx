import { Button } from '@app/ui';
import { useGraph } from '@app/platform/web';
import { DistrictAskedDocument } from './practices.generated.js';
import { words } from './words.js';

/** Says of which district a list is, and takes that away again. */
export function OnlyDistrict({ slug, onClear }: { slug: string; onClear: () => void }) {
  const { data } = useGraph(DistrictAskedDocument, { slug });
  const name = data?.district?.name ?? slug;
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <span>{words.onlyDistrict(name)}</span>
      <Button look="quiet" icon="close" onPress={onClear}>
        {words.allDistricts}
      </Button>
    </p>
  );
}
