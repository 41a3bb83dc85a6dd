import { Figure, type FigureProps } from './Figure.js';

/** Who somebody is in a few facts, four at best, each with its source. */
export function Facts({ facts }: { facts: readonly FigureProps[] }) {
  return (
    <dl className="ui-facts">
      {facts.map((fact) => (
        <Figure key={fact.label} {...fact} />
      ))}
    </dl>
  );
}
