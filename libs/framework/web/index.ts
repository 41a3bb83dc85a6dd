export { PrincipleList } from './PrincipleList.js';
export { PrinciplePicker, type PrinciplePickerProps } from './PrinciplePicker.js';
export { PrincipleTags, TopicTags } from './PrincipleTags.js';
export { type PrinciplePartProps, principleSlot } from './slots.js';
export { TopicPicker, type TopicPickerProps } from './TopicPicker.js';
export { type PrincipleWords, type TenetWords, type TopicWords, useVocabulary } from './useVocabulary.js';
