import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { Failure } from './api/messages.ts';
import { onPersonChange, presentPerson, renewSession } from './api/session.ts';
import { FORGOTTEN, NEW_PASSWORD } from './paths.ts';
import { navigate, useLocation } from './router.ts';
import { Screens } from './Screens.tsx';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { ForgottenPassword } from './shell/ForgottenPassword.tsx';
import { NewPassword } from './shell/NewPassword.tsx';
import { PersonContext } from './shell/person.ts';
import { Shell } from './shell/Shell.tsx';
import { SignIn } from './shell/SignIn.tsx';
import { ToastLine } from './ui/toast.tsx';

/** A refusal is an answer; only what may pass by itself is tried again. */
const mayPass = (error: unknown) => error instanceof Failure && (error.status === 0 || error.status >= 500);

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: (tries, error) => tries < 1 && mayPass(error) } },
});

const RENEWED_EVERY_MS = 15 * 60_000;

let kept = presentPerson();

/** The same object until somebody else signs in. */
function keptPerson() {
  const person = presentPerson();
  if (JSON.stringify(person) !== JSON.stringify(kept)) kept = person;
  return kept;
}

/** What somebody sees who is not signed in. */
function Outside({ at }: { at: string | undefined }) {
  if (at === FORGOTTEN) return <ForgottenPassword />;
  return <SignIn />;
}

/** The whole admin: the sign-in, or the frame with the screen of the address. */
export function App() {
  const person = useSyncExternalStore(onPersonChange, keptPerson);
  const [at] = useLocation().segments;
  const personId = person?.id;
  useEffect(() => {
    void renewSession();
    const timer = setInterval(() => void renewSession(), RENEWED_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  // What one person was shown is not for the next.
  useEffect(() => {
    if (personId === undefined) queries.clear();
  }, [personId]);
  return (
    <I18nProvider locale="vi-VN">
      <RouterProvider navigate={navigate}>
        <QueryClientProvider client={queries}>
          {at === NEW_PASSWORD ? (
            <NewPassword />
          ) : person === null ? (
            <Outside at={at} />
          ) : (
            <PersonContext value={person}>
              <Shell>
                <ErrorBoundary>
                  <Screens />
                </ErrorBoundary>
              </Shell>
            </PersonContext>
          )}
          <ToastLine />
        </QueryClientProvider>
      </RouterProvider>
    </I18nProvider>
  );
}
