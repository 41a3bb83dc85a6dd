import { Breadcrumbs, Columns, Instant, LinkButton, Markdown, Notice, PageHeader, Section, StateOutline, TextLink } from '@app/ui';
import { PrincipleTags, TopicTags } from '@app/framework/web';
import { ReadBy } from '@app/organizations/web';
import type { ReactNode } from 'react';
import { ResourceFile } from './ResourceFile.js';
import type { ResourcePageQuery } from './resources.generated.js';
import { words } from './words.js';

export type ResourceShown = NonNullable<ResourcePageQuery['resource']>;

export interface ResourceViewProps {
  resource: ResourceShown;
  /** Edit and delete, for those who may. */
  tools?: ReactNode;
  /** "Useful to us", for those who may say so. */
  praise?: ReactNode;
  /** What is said about it. */
  talk?: ReactNode;
}

/** A resource's page, fed by data: what it is, how to get it, who uses it. */
export function ResourceView({ resource, tools, praise, talk }: ResourceViewProps) {
  return (
    <>
      <PageHeader voice="serif" above={<Breadcrumbs steps={[{ label: words.title, to: '/library' }]} />} title={resource.title} lead={resource.summary || undefined} />
      {resource.hidden && (
        <Notice kind="attention" title={words.hiddenTitle}>
          {words.hiddenText(resource.hiddenReason ?? '')}
        </Notice>
      )}
      <Columns marginLabel={words.about} margin={<Margin resource={resource} tools={tools} />}>
        <Thing resource={resource} />
        <Users resource={resource} praise={praise} />
        {talk}
      </Columns>
    </>
  );
}

function Thing({ resource }: { resource: ResourceShown }) {
  if (resource.body !== null)
    return (
      <Section title={words.read}>
        <Markdown text={resource.body ?? ''} />
      </Section>
    );
  if (resource.file) return <ResourceFile resource={resource} file={resource.file} />;
  return (
    <Section title={words.how}>
      <p>
        <a className="ui-button" data-look="primary" href={resource.url ?? undefined} rel="noopener noreferrer external nofollow">
          {words.openLink(resource.host ?? '')}
        </a>
      </p>
      <p className="mt-1 text-note text-quiet">
        <span className="break-all">{resource.url}</span>. {words.leaves}
      </p>
    </Section>
  );
}

function Users({ resource, praise }: { resource: ResourceShown; praise?: ReactNode }) {
  const others = resource.usefulCount - resource.usefulTo.length;
  return (
    <Section title={words.who}>
      {resource.usefulTo.length === 0 ? (
        <p className="text-quiet">{words.nobodyYet}</p>
      ) : (
        <ul className="list-none p-0">
          {resource.usefulTo.map((team) => (
            <li key={team.id}>
              {team.state && <StateOutline code={team.state} />} <TextLink to={team.path}>{team.name}</TextLink>
              {team.state ? `, ${team.state}` : ''}
            </li>
          ))}
          {others > 0 && <li className="text-quiet">{words.more(others)}</li>}
        </ul>
      )}
      {praise && <div className="mt-2">{praise}</div>}
    </Section>
  );
}

function Margin({ resource, tools }: { resource: ResourceShown; tools?: ReactNode }) {
  const { owner, author } = resource;
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h2 className="text-note font-semibold">{words.sharedBy}</h2>
        <p>
          {owner.state && <StateOutline code={owner.state} />} <TextLink to={owner.path}>{owner.name}</TextLink>
          {owner.state ? `, ${owner.state}` : ''}
        </p>
        {author && <p className="text-note text-quiet">{author.name}</p>}
      </div>
      <p className="text-note text-quiet">
        {words.posted} <Instant at={resource.createdAt} form="day" />
        {resource.updatedAt !== resource.createdAt && (
          <>
            <br />
            {words.changed} <Instant at={resource.updatedAt} form="ago" />
          </>
        )}
      </p>
      {(resource.principles.length > 0 || resource.topics.length > 0) && (
        <div className="flex flex-col gap-1">
          <PrincipleTags numbers={resource.principles} />
          <TopicTags slugs={resource.topics} />
        </div>
      )}
      <div>
        <h2 className="text-note font-semibold">{words.readers}</h2>
        <p className="text-note">{words.audience[resource.audience.split(':')[0] ?? ''] ?? ''}</p>
        <ReadBy audience={resource.audience} />
      </div>
      {tools}
    </div>
  );
}

/** Stands where a resource is not there, or not for this reader. */
export function NoResource() {
  return (
    <PageHeader
      title={words.notFound}
      lead={words.notFoundLead}
      action={
        <LinkButton to="/library" look="primary">
          {words.toLibrary}
        </LinkButton>
      }
    />
  );
}
