import { navigate, useLocation, withQuery } from '../router.ts';
import { Button } from '../ui/Button.tsx';
import { QUERY } from './listQuery.ts';

/** To the page before and after; nothing where there is but one. */
export function Pager({ page, pages }: { page: number; pages: number }) {
  const { query } = useLocation();
  if (pages <= 1) return null;
  const turn = (to: number) => {
    navigate(withQuery(query, { [QUERY.page]: to === 1 ? '' : String(to) }));
    window.scrollTo(0, 0);
  };
  return (
    <nav aria-label="Trang của danh sách" className="flex items-center justify-center gap-4 py-2">
      <Button icon="back" isDisabled={page <= 1} onPress={() => turn(page - 1)}>
        Trước
      </Button>
      <span aria-live="polite">{`Trang ${page}/${pages}`}</span>
      <Button isDisabled={page >= pages} onPress={() => turn(page + 1)}>
        Sau
      </Button>
    </nav>
  );
}
