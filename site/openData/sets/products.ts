import { CRITERIA_SETS, criteriaSet } from '#domain/criteriaSets.ts';
import { PROGRAMME_STATES } from '#domain/product.ts';
import type { PublicDecision, PublicProduct } from '#domain/snapshot.ts';
import { wordsOf } from '#site/i18n/words.ts';
import { paths } from '#site/paths.ts';
import { catalogue } from '#site/records/catalogue.ts';
import { productStanding } from '#site/records/productStanding.ts';
import { encodeStatus, hasStarsInForce, type Status, statusNow } from '#site/records/status.ts';
import { wholeAddress } from '../address.ts';
import { columnsOf, ofDay } from '../column.ts';
import { describe } from '../dataSet.ts';
import { openName } from '../openName.ts';
import { communeOf, producerOf } from '../openRecords.ts';
import { recordById } from '../recordById.ts';
import { communeColumns, originColumns } from './shared.ts';

const column = columnsOf<PublicProduct>();
const setOf = ({ criteria_set }: PublicProduct) => criteriaSet(criteria_set);

const starsInForce = (status: Status) => (hasStarsInForce(status) ? (status.stars ?? 0) : 0);

interface Standing {
  status: Status;
  /** Behind the stars; a mere proposal is none. */
  decision: PublicDecision | undefined;
}

const standings = new WeakMap<PublicProduct, Standing>();

function readStanding(product: PublicProduct): Standing {
  const { recognitions, facts, timeline } = productStanding(product.id);
  const decisive = recognitions[timeline[0]?.verdict.recognition ?? -1];
  return {
    status: statusNow(encodeStatus(timeline, facts)),
    decision: decisive?.pending_central === false ? recordById('decisions', decisive.decision) : undefined,
  };
}

function standingOf(product: PublicProduct): Standing {
  const known = standings.get(product) ?? readStanding(product);
  standings.set(product, known);
  return known;
}

/** Every product in the catalogue, with its standing on the day of publishing. */
export const products = describe<PublicProduct>({
  name: 'san-pham',
  title: 'Sản phẩm',
  about: 'Mỗi dòng một sản phẩm trong danh mục: cơ sở sản xuất, nhóm, tình trạng giấy chứng nhận, sao còn hiệu lực.',
  rows: () => catalogue().map(({ product }) => product),
  columns: [
    column.id('ma', 'Mã bản ghi, không đổi', ({ id }) => id),
    column.text('ten', 'Tên sản phẩm', ({ name }) => name),
    column.text('ten_tieng_anh', 'Tên tiếng Anh', ({ name_en }) => name_en),
    column.link('trang', 'Trang của sản phẩm', ({ slug }) => wholeAddress(paths.product(slug))),
    column.link('trang_du_lieu', 'Dữ liệu đầy đủ của sản phẩm (JSON)', ({ slug }) =>
      wholeAddress(paths.productData(slug)),
    ),
    column.text('ma_so_ocop', 'Mã số sản phẩm OCOP', ({ product_code }) => product_code),
    column.id('co_so_ma', 'Mã cơ sở sản xuất', ({ producer }) => producer),
    column.text('co_so_ten', 'Tên cơ sở sản xuất; cá nhân ghi là hộ sản xuất của xã', (product) => {
      const producer = producerOf(product);
      return producer && openName(producer);
    }),
    ...communeColumns<PublicProduct>((product) => communeOf(producerOf(product))),
    column.text('nganh', 'Ngành sản phẩm', (product) => setOf(product)?.sectorName),
    column.text('nhom', 'Nhóm sản phẩm', (product) => setOf(product)?.groupName),
    column.number('bo_san_pham', 'Bộ sản phẩm, số 1–26 (Quyết định 26/2026/QĐ-TTg)', '', (product) =>
      setOf(product) ? product.criteria_set : 0,
    ),
    column.text('bo_san_pham_ten', 'Tên bộ sản phẩm', (product) => {
      const set = setOf(product);
      return set && CRITERIA_SETS[set.number].name;
    }),
    column.flag(
      'bo_san_pham_tu_xep',
      'true: bộ sản phẩm do danh mục này xếp theo tên, nguồn không nêu',
      ({ criteria_set_ours }) => criteria_set_ours,
    ),
    ...column.code('chuong_trinh', 'Trong chương trình', PROGRAMME_STATES, ({ programme_state }) => programme_state),
    column.text('nhan_hieu', 'Nhãn hiệu', ({ brand }) => brand),
    column.text('tieu_chuan', 'Tiêu chuẩn áp dụng', ({ standards }) => standards),
    column.text('mo_ta', 'Mô tả ngắn', ({ description }) => description),
    ...ofDay([
      ...column.code(
        'tinh_trang',
        'Tình trạng giấy chứng nhận OCOP',
        wordsOf('vi').products.states,
        (product) => standingOf(product).status.state,
      ),
      column.number(
        'sao_con_hieu_luc',
        'Số sao có giấy chứng nhận còn hiệu lực; bỏ trống khi không có',
        'sao',
        (product) => starsInForce(standingOf(product).status),
      ),
      column.id('quyet_dinh_ma', 'Mã quyết định công nhận', (product) => standingOf(product).decision?.id),
      column.text('quyet_dinh_so', 'Số quyết định công nhận', (product) => standingOf(product).decision?.number),
      column.day('quyet_dinh_ngay', 'Ngày quyết định', (product) => standingOf(product).decision?.decided_on),
      column.text(
        'quyet_dinh_co_quan',
        'Cơ quan quyết định',
        (product) => standingOf(product).decision?.authority_name,
      ),
    ]),
    ...originColumns<PublicProduct>((product) => product),
  ],
});
