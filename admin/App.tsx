import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { holdSessionWhile, onSessionChange, presentSession } from './api/heldSession.ts';
import { Failure } from './api/messages.ts';
import { renewSession } from './api/session.ts';
import { FORGOTTEN, NEW_PASSWORD } from './paths.ts';
import { hasUnsaved, navigate, useLocation } from './router.ts';
import { Screens } from './Screens.tsx';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { ForgottenPassword } from './shell/ForgottenPassword.tsx';
import { NewPassword } from './shell/NewPassword.tsx';
import { PersonContext } from './shell/person.ts';
import { Shell } from './shell/Shell.tsx';
import { SignIn } from './shell/SignIn.tsx';
import { SignInAgain } from './shell/SignInAgain.tsx';
import { pressSaveOnKey } from './ui/saveKey.ts';
import { ToastLine, tell } from './ui/toast.tsx';
import { forgetOld } from './unsaved/kept.ts';

/** A refusal is an answer; only what may pass by itself is tried again. */
const mayPass = (error: unknown) => error instanceof Failure && (error.status === 0 || error.status >= 500);

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: (tries, error) => tries < 1 && mayPass(error) } },
});

const RENEWED_EVERY_MS = 15 * 60_000;

holdSessionWhile(hasUnsaved);
pressSaveOnKey();

let last = presentSession().person;
onSessionChange(() => {
  const { person } = presentSession();
  if (person?.id === last?.id) return;
  // What one person was shown is not for the next.
  queries.clear();
  if (person !== null && last !== null)
    tell(`Thẻ khác đã đăng nhập bằng ${person.email}. Nội dung ${last.email} đang gõ vẫn còn cho tài khoản ấy.`);
  last = person;
});

/** What somebody sees who is not signed in. */
function Outside({ at }: { at: string | undefined }) {
  if (at === FORGOTTEN) return <ForgottenPassword />;
  return <SignIn />;
}

/** The whole admin: the sign-in, or the frame with the screen of the address. */
export function App() {
  const { person, isOver } = useSyncExternalStore(onSessionChange, presentSession);
  const [at] = useLocation().segments;
  useEffect(() => {
    forgetOld();
    void renewSession();
    const timer = setInterval(() => void renewSession(), RENEWED_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <I18nProvider locale="vi-VN">
      <RouterProvider navigate={navigate}>
        <QueryClientProvider client={queries}>
          {at === NEW_PASSWORD ? (
            <NewPassword />
          ) : person === null ? (
            <Outside at={at} />
          ) : (
            <PersonContext key={person.id} value={person}>
              <Shell>
                <ErrorBoundary>
                  <Screens />
                </ErrorBoundary>
              </Shell>
              {isOver && <SignInAgain person={person} />}
            </PersonContext>
          )}
          <ToastLine />
        </QueryClientProvider>
      </RouterProvider>
    </I18nProvider>
  );
}
