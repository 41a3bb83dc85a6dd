import { LinkButton, Mark, PageHeader, Section, TextLink } from '@app/ui';
import { words } from './words.js';

/** What a visitor sees first: what this is, what can be read, how a district joins, who stands behind it. */
export function SignedOutPage({ demo }: { demo: boolean }) {
  return (
    <>
      <PageHeader
        voice="serif"
        above={<Mark size="large" />}
        title={words.frontName}
        lead={words.frontLead}
        action={
          <LinkButton to="/sign-in" look="primary">
            {words.askToJoin}
          </LinkButton>
        }
      />
      <Section title={words.openTitle}>
        <dl className="grid gap-x-5 gap-y-3 sm:grid-cols-2">
          {words.open.map((part) => (
            <div key={part.to} className="border-t border-line pt-2">
              <dt className="text-lead">
                <TextLink to={part.to}>{part.title}</TextLink>
              </dt>
              <dd>{part.text}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={words.joinTitle}>
        <ol className="grid gap-x-5 gap-y-3 sm:grid-cols-3">
          {words.join.map((step, place) => (
            <li key={step.title} className="border-t border-line pt-2">
              <p className="text-lead">
                <span className="text-accent">{place + 1}.</span> {step.title}
              </p>
              <p>{step.text}</p>
            </li>
          ))}
        </ol>
        <p className="mt-3">
          <TextLink to="/joining">{words.joinLink}</TextLink>
        </p>
      </Section>
      <Section title={words.behindTitle}>
        <p className="max-w-[70ch]">
          {words.behind} {demo && words.behindDemo}
        </p>
        <p>
          <TextLink to="/organizations">{words.behindLink}</TextLink>
        </p>
      </Section>
    </>
  );
}
