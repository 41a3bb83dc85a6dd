import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { Invalid } from '@app/platform/graphql';
import { isPrinciple, isTopic, PRINCIPLE_NUMBERS, TOPIC_SLUGS } from './vocabulary.js';

const NO_PRINCIPLE = `Principles are numbered 1 to ${PRINCIPLE_NUMBERS.length}. Choose one of them.`;
const NO_TOPIC = 'This topic is not known. Choose one from the list.';

/** An input field that names one principle by its number. */
export function PrincipleNumber(): PropertyDecorator {
  return IsIn([...PRINCIPLE_NUMBERS], { message: NO_PRINCIPLE });
}

/** An input field that tags something with principles: each number once, at least `min` of them. */
export function PrincipleNumbers({ min = 0 }: { min?: number } = {}): PropertyDecorator {
  return tags([...PRINCIPLE_NUMBERS], min, NO_PRINCIPLE, 'Choose at least one principle.');
}

/** An input field that tags something with the pledge's topics: each slug once, at least `min` of them. */
export function TopicSlugs({ min = 0 }: { min?: number } = {}): PropertyDecorator {
  return tags([...TOPIC_SLUGS], min, NO_TOPIC, 'Choose at least one topic.');
}

/** Checks a query's argument; throws Invalid naming the field. */
export function needPrinciple(number: number, field = 'principle'): number {
  if (!isPrinciple(number)) throw new Invalid({ [field]: NO_PRINCIPLE });
  return number;
}

/** Checks a query's argument; throws Invalid naming the field. */
export function needTopic(slug: string, field = 'topic'): string {
  if (!isTopic(slug)) throw new Invalid({ [field]: NO_TOPIC });
  return slug;
}

function tags(values: (string | number)[], min: number, unknown: string, tooFew: string): PropertyDecorator {
  const rules = [
    IsArray({ message: 'Give a list.' }),
    IsIn(values, { each: true, message: unknown }),
    ArrayUnique({ message: 'Name each of them once.' }),
    ArrayMaxSize(values.length, { message: `There are ${values.length} to choose from.` }),
    ...(min > 0 ? [ArrayMinSize(min, { message: tooFew })] : []),
  ];
  return (target, property) => rules.forEach((rule) => rule(target, property));
}
