import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

function instantFrom(value: unknown): Date {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value)) {
    const date = new Date(value);
    if (!Number.isNaN(date.getTime())) return date;
  }
  throw new GraphQLError('An instant looks like 2026-03-30T21:00:00Z or 2026-03-30T17:00:00-04:00.', { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A moment in time, the same for everybody. */
@Scalar('Instant', () => Date)
export class InstantScalar implements CustomScalar<string, Date> {
  description = 'A moment in time in UTC, such as 2026-03-30T21:00:00.000Z; input may carry any offset.';
  parseValue(value: unknown): Date {
    return instantFrom(value);
  }
  serialize(value: unknown): string {
    // Rows read as nested JSON carry instants as text; a page has some hundred of them, so those in UTC are only cut.
    if (typeof value === 'string' && value.endsWith('+00:00') && value[10] === 'T') return `${value.slice(0, 19)}.${value.slice(20, -6).padEnd(3, '0').slice(0, 3)}Z`;
    return new Date(value as string | Date).toISOString();
  }
  parseLiteral(node: ValueNode): Date {
    return instantFrom(node.kind === Kind.STRING ? node.value : undefined);
  }
}

/** Marks a field as a day without a time; values are texts of the form 2026-03-30. */
export class LocalDate {}

function dayFrom(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(new Date(`${value}T00:00:00Z`).getTime())) return value;
  throw new GraphQLError('A day looks like 2026-03-30.', { extensions: { code: 'BAD_USER_INPUT' } });
}

@Scalar('LocalDate', () => LocalDate)
export class LocalDateScalar implements CustomScalar<string, string> {
  description = 'A day without a time or zone, such as 2026-03-30.';
  parseValue(value: unknown): string {
    return dayFrom(value);
  }
  serialize(value: unknown): string {
    return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  }
  parseLiteral(node: ValueNode): string {
    return dayFrom(node.kind === Kind.STRING ? node.value : undefined);
  }
}
