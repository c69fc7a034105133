import { type ReactNode, useEffect, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { ROLES } from '#domain/user.ts';
import { may } from '../access.ts';
import { signOut } from '../api/session.ts';
import { BASE } from '../paths.ts';
import { PublishState } from '../publishing/PublishState.tsx';
import { useReleaseMessages } from '../publishing/queries.ts';
import { useSettings } from '../record/queries.ts';
import { useLocation } from '../router.ts';
import { IconButton, TextLink } from '../ui/Button.tsx';
import { forgetAccount, hasKept } from '../unsaved/kept.ts';
import { usePerson } from './person.ts';
import { Rail } from './Rail.tsx';

const KEPT = 'Còn nội dung gõ dở chưa lưu trên máy này. Đăng xuất thì nội dung đó bị bỏ. Vẫn đăng xuất?';

function WhoIsHere() {
  const { id, name, email, role } = usePerson();
  const leave = () => {
    if (hasKept(id) && !window.confirm(KEPT)) return;
    forgetAccount(id);
    signOut();
  };
  return (
    <div className="flex items-center gap-2 border-line border-t px-4 py-2">
      <p className="min-w-0 flex-1 leading-snug">
        <span className="block truncate font-semibold">{name || email}</span>
        <span className="text-ink-2 text-sm">{ROLES[role]}</span>
      </p>
      <IconButton icon="out" label="Đăng xuất" onPress={leave} />
    </div>
  );
}

/** The rail on a phone: over the page, ended by going anywhere. */
function RailDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <ModalOverlay
      className="fixed inset-0 z-40 bg-shade"
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="h-full w-72 max-w-[85vw] overflow-auto bg-paper-2">
        <Dialog aria-label="Trình đơn" className="outline-none">
          <div className="flex justify-end p-2">
            <IconButton icon="close" label="Đóng trình đơn" onPress={onClose} />
          </div>
          <Rail />
          <WhoIsHere />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The frame around every screen: rail, state of the public site, and who is signed in. */
export function Shell({ children }: { children: ReactNode }) {
  const { role } = usePerson();
  const { segments } = useLocation();
  const [isRailOpen, setRailOpen] = useState(false);
  const province = useSettings()?.province;
  const seesReleases = may(role, 'see', 'releases');
  const place = segments.join('/');
  useReleaseMessages();
  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere closes the rail
  useEffect(() => setRailOpen(false), [place]);
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        Đến nội dung
      </a>
      <header className="shell-header">
        <span className="desktop:hidden">
          <IconButton icon="menu" label="Mở trình đơn" onPress={() => setRailOpen(true)} />
        </span>
        <span className="me-auto">
          <span className={`font-semibold ${seesReleases ? 'max-tablet:hidden' : ''}`}>
            <TextLink href={BASE}>{province === undefined ? 'OCOP' : `OCOP ${province}`}</TextLink>
          </span>
        </span>
        {seesReleases && <PublishState />}
      </header>
      <aside aria-label="Trình đơn" className="shell-rail">
        <div className="min-h-0 flex-1 overflow-y-auto">
          <Rail />
        </div>
        <WhoIsHere />
      </aside>
      <RailDrawer isOpen={isRailOpen} onClose={() => setRailOpen(false)} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
