import { ErrorState, LinkButton, Loading, PageHeader, RadioGroup, say, TextLink } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { emptyDraft } from './draft.js';
import { PracticeForm } from './PracticeForm.js';
import { SharePracticeDocument, SharingDistrictsDocument } from './practices.generated.js';
import { words } from './words.js';

/** Shares something your district does. */
export default function NewPracticePage() {
  useTitle(words.newTitle);
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { data, error, refetch } = useGraph(SharingDistrictsDocument, {});
  const [chosen, setChosen] = useState<string | null>(null);
  const act = useAct(SharePracticeDocument, {
    idempotent: true,
    onDone: (practice) => {
      say(words.shared, 'success');
      void navigate(`/practices/${practice.slug}`);
    },
  });
  const number = Number(params.get('principle'));

  if (error)
    return (
      <ErrorState level={1} title={words.failed} onRetry={() => void refetch()}>
        <p>{error.message}</p>
      </ErrorState>
    );
  if (!data) return <Loading page lines={8} label={words.newTitle} />;
  const districts = data.sharingDistricts;
  const [only] = districts;
  if (!only) return <PageHeader title={words.noVoiceTitle} lead={words.noVoiceLead} action={<LinkButton to="/practices">{words.toPractices}</LinkButton>} />;
  const districtId = chosen ?? only.id;
  return (
    <>
      <PageHeader above={<TextLink to="/practices">{words.practices}</TextLink>} title={words.newTitle} lead={words.newLead} />
      <PracticeForm
        label={words.newTitle}
        initial={{ ...emptyDraft, principle: number >= 1 && number <= 10 ? number : null }}
        button={words.shareButton}
        cancelTo="/practices"
        pending={act.pending}
        errors={act.fields}
        problem={act.message}
        onSend={(input) => void act.run({ ...input, districtId })}
      >
        {districts.length > 1 && (
          <RadioGroup name="districtId" label={words.forWhich} required options={districts.map((district) => ({ value: district.id, label: district.name }))} value={districtId} onChange={setChosen} />
        )}
      </PracticeForm>
    </>
  );
}
