import { CheckboxGroup } from '@app/ui';
import { useVocabulary } from './useVocabulary.js';
import { words } from './words.js';

export interface PrinciplePickerProps {
  /** The name under which the server reports a mistake. */
  name?: string;
  label?: string;
  hint?: string;
  value: readonly number[];
  onChange: (numbers: number[]) => void;
  required?: boolean;
}

/** Tags something with any of the ten principles. */
export function PrinciplePicker({ name = 'principles', label = words.pickPrinciples, hint = words.pickPrinciplesHint, value, onChange, required = false }: PrinciplePickerProps) {
  const { principles } = useVocabulary();
  return (
    <CheckboxGroup
      name={name}
      label={label}
      hint={hint}
      required={required}
      options={principles.map((principle) => ({ value: String(principle.number), label: words.principle(principle.number, principle.name) }))}
      value={value.map(String)}
      onChange={(chosen) => onChange(chosen.map(Number).sort((one, other) => one - other))}
    />
  );
}
