import { Field, InputType } from '@nestjs/graphql';
import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { IDEMPOTENCY_KEY } from './idempotency.js';
import { Invalid } from './problems.js';
import { rememberRules } from './remembered-rules.js';

/** What every mutation's input shares. */
@InputType({ isAbstract: true })
export abstract class MutationInput {
  @IsOptional() @Matches(IDEMPOTENCY_KEY, { message: 'The key is 8 to 64 letters, digits, lines or hyphens long.' })
  @Field(() => String, { nullable: true, description: '8 to 64 letters, digits, lines or hyphens, new for each intention: the same key sent twice has one effect.' })
  idempotencyKey?: string | null;
}

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
// Marks that reorder or hide text; they have no place in a name or a title.
const HIDDEN = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const NO_CONTROL = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]*$/;

const tidy = (value: unknown, lines: boolean): unknown => {
  if (typeof value !== 'string') return value;
  const text = value.normalize('NFC').replace(HIDDEN, '');
  return lines ? text.replace(/\r\n?/g, '\n').trim() : text.replace(/[\t\n\r]+/g, ' ').trim();
};

/** A single line of text: trimmed, normalized, without control or hidden characters. */
export function Line(options: { min?: number; max: number; name: string }): PropertyDecorator {
  return all(Transform(({ value }) => tidy(value, false)), ...textRules(options));
}

/** The id of something else. */
export function Id(name = 'This'): PropertyDecorator {
  return Matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, { message: `${name} is not an id. Choose it from the list.` });
}

/** The last part of an address in a mail: letters, digits, hyphens and dots, which no program changes on its way. */
export function LinkToken(): PropertyDecorator {
  return Matches(/^[\w.-]{1,200}$/, { message: 'This link is not whole. Copy all of it from the mail.' });
}

/** Text of several lines, as {@link Line} otherwise. */
export function Lines(options: { min?: number; max: number; name: string }): PropertyDecorator {
  return all(Transform(({ value }) => tidy(value, true)), ...textRules(options));
}

function textRules({ min = 1, max, name }: { min?: number; max: number; name: string }): PropertyDecorator[] {
  const rules = [
    IsString({ message: `${name} must be text.` }),
    MaxLength(max, { message: `${name} may have at most ${max} characters.` }),
    Matches(NO_CONTROL, { message: `${name} holds a character that cannot be shown. Take it out and try again.` }),
  ];
  if (min > 0) rules.push(MinLength(min, { message: min === 1 ? `${name} is needed.` : `${name} needs at least ${min} characters.` }));
  return rules;
}

function all(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => decorators.forEach((decorator) => decorator(target, property));
}

/** Whether a text holds characters that cannot be shown. */
export function hasControlCharacters(text: string): boolean {
  return CONTROL.test(text);
}

function flatten(errors: ValidationError[], path: string): { field: string; message: string }[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = Object.values(error.constraints ?? {}).slice(0, 1).map((message) => ({ field, message }));
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

rememberRules();

/** Checks and tidies every input before a resolver sees it; throws Invalid naming each field. */
export const inputPipe = new ValidationPipe({
  transform: true,
  exceptionFactory: (errors: ValidationError[]) => new Invalid(flatten(errors, '')),
});
