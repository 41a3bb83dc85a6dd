import { Button, Form, FormActions, say } from '@app/ui';
import { useAct } from '@app/platform/web';
import { PrinciplePicker, TopicPicker } from '@app/framework/web';
import { useState } from 'react';
import type { Conference } from './ConferencePage.js';
import { TagConferenceDocument } from './conferences.generated.js';
import { words } from './words.js';

/** Says what a conference is about in the words of the framework. */
export function TagConference({ conference }: { conference: Conference }) {
  const [principles, setPrinciples] = useState<readonly number[]>(conference.principles);
  const [topics, setTopics] = useState<readonly string[]>(conference.topics);
  const tag = useAct(TagConferenceDocument, { onDone: () => say(words.tagsSaved) });
  return (
    <Form label={words.tag} errors={tag.fields} problem={tag.message} onSubmit={() => void tag.run({ conferenceId: conference.id, principles: [...principles], topics: [...topics] })}>
      <p>{words.tagHint}</p>
      <PrinciplePicker value={principles} onChange={setPrinciples} />
      <TopicPicker value={topics} onChange={setTopics} />
      <FormActions>
        <Button type="submit" pending={tag.pending}>
          {words.saveTags}
        </Button>
      </FormActions>
    </Form>
  );
}
