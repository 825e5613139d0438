import type { PracticeState } from '../../practice/PracticeState.ts';
import { AccessKeyList } from './AccessKeyList.tsx';
import { CreateButton } from './CreateButton.tsx';
import { CreateAccessKeyForm } from './CreateAccessKeyForm.tsx';
import { DocumentForm } from './DocumentForm.tsx';
import { documented, type Mark, markOf, missing, SectionCard } from './SectionCard.tsx';
import { sectionWords } from './sectionWords.ts';
import { StepLink } from './StepLink.tsx';
import { useDisclosure } from './useDisclosure.ts';

const words = sectionWords['access-keys'];

/** The user's access keys, the form that creates one, and in the documented account the keys as a document. */
export function AccessKeysSection({ practice }: { practice: PracticeState }) {
  const form = useDisclosure();
  const { user, accessKeys, began } = practice;
  const state = practice.sections['access-keys'];
  const mark: Mark = state
    ? markOf(began, state)
    : practice.steps['access-key']
      ? documented
      : accessKeys.length > 0
        ? { text: 'None is active' }
        : missing;
  return (
    <SectionCard
      {...words}
      place={words.place(practice)}
      hint={
        state
          ? words.hint
          : 'What triage.ai signs its requests with. A user has at most two, so that one can replace the other.'
      }
      mark={mark}
      action={
        user !== null && (
          <CreateButton
            form={form}
            label="Create access key"
            primary={user !== null && accessKeys.length === 0}
          />
        )
      }
    >
      {(ids) => {
        if (user === null) {
          return (
            <p className="practice-waiting">
              There is no user yet. <StepLink step="iam-user">Go to the users</StepLink>
            </p>
          );
        }
        return (
          <>
            {form.isOpen && <CreateAccessKeyForm key={user} user={user} onClose={form.close} />}
            {!form.isOpen && <AccessKeyList user={user} accessKeys={accessKeys} />}
            {state && (
              <div className="practice-part">
                <DocumentForm section="access-keys" state={state} began={began} {...ids} />
              </div>
            )}
          </>
        );
      }}
    </SectionCard>
  );
}
