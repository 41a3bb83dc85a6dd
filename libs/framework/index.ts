export { frameworkFeature } from './framework.feature.js';
export { principlesByNumber } from './framework.loaders.js';
export { PrincipleType, TopicType } from './framework.types.js';
export { Principle } from './principle.entity.js';
export { Principles } from './principles.service.js';
export { needPrinciple, needTopic, PrincipleNumber, PrincipleNumbers, TopicSlugs } from './tags.js';
export { Topic } from './topic.entity.js';
export { isPrinciple, isTopic, PRINCIPLE_NUMBERS, TOPIC_SLUGS, vocabulary } from './vocabulary.js';
