import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './Button.tsx';

interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Left out where the window ends only by what is done in it. */
  onClose?: () => void;
  children: ReactNode;
  /** An answer is needed: a press beside the dialog does not end it. */
  isAlert?: boolean;
}

/** A window over the page. Escape and the cross end it. */
export function Dialog({ title, isOpen, onClose, children, isAlert = false }: DialogProps) {
  return (
    <ModalOverlay
      className="fixed inset-0 z-50 grid place-items-center overflow-auto bg-shade p-4"
      isDismissable={!isAlert && onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose?.()}
    >
      <Modal className="w-full max-w-dialog">
        <AriaDialog
          className="card max-h-[92dvh] overflow-auto p-5 outline-none"
          role={isAlert ? 'alertdialog' : 'dialog'}
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <Heading className="text-xl" slot="title">
              {title}
            </Heading>
            {onClose !== undefined && <IconButton icon="close" label="Đóng" onPress={onClose} />}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The row of buttons that ends a dialog, the one that does something first. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-wrap justify-end gap-3">{children}</div>;
}
