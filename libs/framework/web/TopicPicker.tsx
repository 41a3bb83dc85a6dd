import { CheckboxGroup } from '@app/ui';
import { useVocabulary } from './useVocabulary.js';
import { words } from './words.js';

export interface TopicPickerProps {
  /** The name under which the server reports a mistake. */
  name?: string;
  label?: string;
  hint?: string;
  value: readonly string[];
  onChange: (slugs: string[]) => void;
  required?: boolean;
}

/** Tags something with any of the pledge's topics. */
export function TopicPicker({ name = 'topics', label = words.pickTopics, hint, value, onChange, required = false }: TopicPickerProps) {
  const { topics } = useVocabulary();
  return (
    <CheckboxGroup
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      required={required}
      options={topics.map((topic) => ({ value: topic.slug, label: topic.name }))}
      value={[...value]}
      onChange={onChange}
    />
  );
}
