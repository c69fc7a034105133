/** The data sets of open data in English, by their Vietnamese words. */
export const DATA_SETS: readonly (readonly [vietnamese: string, english: string])[] = [
  ['Sản phẩm', 'Products'],
  [
    'Mỗi dòng một sản phẩm trong danh mục: cơ sở sản xuất, nhóm, tình trạng giấy chứng nhận, sao còn hiệu lực.',
    'One row for each product in the catalogue: producer, group, state of its certificate, stars in force.',
  ],
  ['Quy cách đóng gói', 'Packs'],
  [
    'Khối lượng, mã vạch (GTIN), giá tham khảo kèm ngày của giá, hạn dùng.',
    'Net contents, barcode (GTIN), reference price with its day, shelf life.',
  ],
  ['Cơ sở sản xuất', 'Producers'],
  [
    'Mỗi dòng một cơ sở có trong danh mục. Không có điện thoại, thư điện tử, địa chỉ, người đại diện; cá nhân đứng tên “Hộ sản xuất, xã …”.',
    'One row for each producer in the catalogue. No phone, e-mail, address or representative; a person stands as “Hộ sản xuất, xã …” (producer household, commune).',
  ],
  ['Công nhận sao', 'Star recognitions'],
  [
    'Mỗi dòng một lần công nhận của một sản phẩm, kể cả lần đã hết hạn, đã thay hoặc đã bị thu hồi giấy chứng nhận.',
    'One row for each recognition of a product, including those that have ended, were replaced or whose certificate was withdrawn.',
  ],
  ['Quyết định', 'Decisions'],
  [
    'Quyết định công nhận, đề nghị Trung ương, thu hồi giấy chứng nhận và công nhận điểm bán mà các bản ghi dẫn tới.',
    'Decisions that the records refer to: of recognition, proposal to the central council, withdrawal of a certificate, recognition of a sales point.',
  ],
  ['Chứng nhận khác', 'Other certificates'],
  [
    'VietGAP, HACCP, hữu cơ, an toàn thực phẩm, chỉ dẫn địa lý… của cơ sở hoặc của từng sản phẩm.',
    'VietGAP, HACCP, organic, food safety, geographical indication … of a producer or of a single product.',
  ],
  ['Vùng trồng, cơ sở đóng gói', 'Growing areas and packing houses'],
  [
    'Vùng trồng và cơ sở đóng gói được cấp mã số: thị trường, cây trồng, diện tích, xã, phường. Đất của cá nhân không có vị trí; mã mà chỉ cá nhân trồng để trống.',
    'Growing areas and packing houses with codes: market, crop, area, commune. Land of persons has no place; a code under which only persons grow is left empty.',
  ],
  [
    'Mã số vùng trồng hoặc cơ sở đóng gói, như trên giấy; không theo một khuôn mẫu chung',
    'Code of the growing area or packing house, as on paper; no format is common to all',
  ],
  ['Tên gọi', 'Name'],
  ['Thị trường mà mã được cấp cho', 'Market for which the code was issued'],
  ['Cây trồng, mặt hàng', 'Crop, goods'],
  ['Mã các cơ sở trồng, đóng gói ở đây', 'Codes of the producers that grow or pack here'],
  ['Mã các sản phẩm làm từ đây', 'Codes of the products made from here'],
  ['Mã các chứng nhận của vùng', 'Codes of the certificates of the area'],
  ['Ngày cấp mã', 'Day the code was issued'],
  ['Dừng, thu hồi mã từ ngày', 'Code suspended or withdrawn from'],
  ['Mã còn giá trị', 'The code is valid'],
  ['Điểm bán', 'Sales points'],
  [
    'Điểm giới thiệu và bán sản phẩm OCOP: địa chỉ, vị trí, giờ mở cửa, hàng bày bán. Điện thoại chỉ có trên trang của điểm bán.',
    'Places that show and sell OCOP products: address, place, opening hours, goods. Phone numbers are on the pages alone.',
  ],
  ['Gian hàng trên sàn', 'Shops on e-commerce floors'],
  [
    'Gian hàng của từng sản phẩm trên sàn thương mại điện tử. Gian hàng riêng của cá nhân không kèm địa chỉ.',
    'Each product’s shop on an e-commerce floor. A person’s own shop comes without its address.',
  ],
  ['Hội chợ', 'Fairs'],
  [
    'Hội chợ, tuần hàng, kết nối cung cầu, bán hàng trực tiếp. Số liệu ghi đúng như nguồn báo cáo, không tính lại.',
    'Fairs, product weeks, trade matching, live selling. Figures are as the source reports them, not counted again.',
  ],
  ['Xã, phường', 'Communes and wards'],
  [
    'Đơn vị hành chính cấp xã từ ngày 01/7/2025, tên cũ và vị trí ước chừng (nguồn vị trí ghi ở từng dòng).',
    'Commune-level units since 1 July 2025, with former names and approximate places (each row names the source of its place).',
  ],
  ['Số liệu tính từ hồ sơ', 'Figures computed from records'],
  [
    'Các số của trang Số liệu, tính trong ngày ghi ở từng dòng. Đếm lại được từ các bộ dữ liệu ở trên.',
    'The numbers of the page of figures, counted on the day that each row names. They can be counted again from the data sets above.',
  ],
  ['Số liệu đã công bố', 'Published figures'],
  [
    'Số do cơ quan, báo chí đã công bố, nguyên văn theo nguồn; không cộng và không đối chiếu với số tính từ hồ sơ.',
    'Figures published by authorities and the press, as the sources say; neither added to nor checked against the computed figures.',
  ],
];
