import { Component, type ReactNode } from 'react';
import { LoadError } from '../ui/states.tsx';

/** What no screen expected ends here, in words; the frame around it stays. Going elsewhere tries again. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { place: string | null }> {
  override state = { place: null };

  static getDerivedStateFromError() {
    return { place: window.location.pathname };
  }

  override render() {
    if (this.state.place !== window.location.pathname) return this.props.children;
    return (
      <main id="main">
        <LoadError
          message="Trang này vừa gặp trục trặc. Những gì đã lưu vẫn còn; hãy tải lại trang."
          onRetry={() => window.location.reload()}
        />
      </main>
    );
  }
}
