import { Button, ComboBox, type Option, Select } from '@app/ui';
import { useVocabulary } from '@app/framework/web';
import { ask, useGraph } from '@app/platform/web';
import { useState } from 'react';
import { CaseStudyBeginDocument, CaseStudyDistrictsDocument } from './case-studies.generated.js';
import { words } from './words.js';

/** Which case studies are asked for. All of it stands in the address. */
export interface Narrowed {
  district: string | null;
  principle: number | null;
}

/** Reads it out of an address; what it does not understand is not asked. */
export function narrowedIn(params: URLSearchParams): Narrowed {
  const principle = params.get('principle') ?? '';
  return { district: params.get('district') || null, principle: /^([1-9]|10)$/.test(principle) ? Number(principle) : null };
}

export function addressOf({ district, principle }: Narrowed): Record<string, string> {
  return { ...(district ? { district } : {}), ...(principle ? { principle: String(principle) } : {}) };
}

const ANY = 'any';

async function findDistricts(text: string, signal: AbortSignal) {
  const { districts } = await ask(CaseStudyDistrictsDocument, { search: text }, signal);
  return districts.nodes.map(({ slug, name, state }) => ({ value: slug, label: name, ...(state ? { note: state } : {}) }));
}

/** Narrows the list to a district, to a principle, or to both. */
export function NarrowCaseStudies({ narrowed, onChange }: { narrowed: Narrowed; onChange: (narrowed: Narrowed) => void }) {
  const { principles } = useVocabulary();
  const { district, principle } = narrowed;
  // What was chosen here has its name already; what came with the address is asked for its name.
  const [chosen, setChosen] = useState<Option | null>(null);
  const known = chosen?.value === district ? chosen : null;
  const { data } = useGraph(CaseStudyBeginDocument, { slug: district ?? '' }, { when: district !== null && !known });
  const named = known ?? (district && data ? { value: district, label: data.district?.name ?? district } : null);
  return (
    <search className="mb-3 grid gap-2 sm:grid-cols-2 lg:max-w-[42rem] print:hidden">
      <ComboBox
        label={words.ofDistrict}
        placeholder={words.anyDistrict}
        load={findDistricts}
        required
        value={named}
        onChange={(option) => {
          setChosen(option);
          onChange({ ...narrowed, district: option?.value ?? null });
        }}
      />
      <Select
        required
        label={words.ofPrinciple}
        options={[{ value: ANY, label: words.anyPrinciple }, ...principles.map(({ number, shortName }) => ({ value: String(number), label: `${number} ${shortName}` }))]}
        value={principle ? String(principle) : ANY}
        onChange={(value) => onChange({ ...narrowed, principle: value === ANY ? null : Number(value) })}
      />
      {(district || principle) && (
        <p>
          <Button look="quiet" icon="close" onPress={() => onChange({ district: null, principle: null })}>
            {words.showAll}
          </Button>
        </p>
      )}
    </search>
  );
}
