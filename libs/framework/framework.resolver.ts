import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Public } from '@app/people';
import { PrincipleType, PurposeType, TenetType, TopicType } from './framework.types.js';
import type { Principle } from './principle.entity.js';
import { Principles } from './principles.service.js';
import type { Tenet } from './tenet.entity.js';
import type { Topic } from './topic.entity.js';
import { isPrinciple, type PurposeWords } from './vocabulary.js';

@Public()
@Resolver()
export class FrameworkResolver {
  constructor(private readonly framework: Principles) {}

  @Query(() => [PrincipleType], { description: 'The ten principles in action, in their order.' })
  principles(): Promise<Principle[]> {
    return this.framework.all();
  }

  @Query(() => PrincipleType, { nullable: true, description: 'One principle by its number; null when there is none.' })
  async principle(@Args('number', { type: () => Int, description: 'From 1 to 10.' }) number: number): Promise<Principle | null> {
    return isPrinciple(number) ? ((await this.framework.byNumbers([number]))[0] ?? null) : null;
  }

  @Query(() => [TenetType], { description: 'The fifteen tenets, in their order.' })
  tenets(): Promise<Tenet[]> {
    return this.framework.tenets();
  }

  @Query(() => [TopicType], { description: 'The topics of the pledge, in their order.' })
  topics(): Promise<Topic[]> {
    return this.framework.topics();
  }

  @Query(() => PurposeType, { description: 'Why this community exists.' })
  purpose(): PurposeWords {
    return this.framework.purpose();
  }
}
