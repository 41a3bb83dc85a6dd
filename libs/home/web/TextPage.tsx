import { Columns, PageHeader, Section } from '@app/ui';
import { useTitle } from '@app/platform/web';
import type { HouseText } from './texts.js';

/** One of the long texts of the house, set for reading and printing. */
export function TextPage({ text }: { text: HouseText }) {
  useTitle(text.title);
  return (
    <Columns>
      <PageHeader title={text.title} lead={text.lead} />
      {text.parts.map((part) => (
        <Section key={part.title} title={part.title}>
          {part.paragraphs.map((paragraph) => (
            <p key={paragraph} className="mb-2">
              {paragraph}
            </p>
          ))}
        </Section>
      ))}
    </Columns>
  );
}
