/**
 * What a link joins, the lower or power side first: REFERENCE 地方事项 → 参考目录, SOURCE 乡镇村事项 → 县级来源,
 * COUNTERPART 权力 ↔ 服务, MAIN 子项 → 主项. In the order in which they are told.
 */
export const LINK_KINDS = ['REFERENCE', 'SOURCE', 'COUNTERPART', 'MAIN'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** How the left side of a link stands to the right one. RELATED is a service about the other (咨询、查询), no correspondence. */
export const LINK_RELATIONS = ['EQUIVALENT', 'NARROWER', 'BROADER', 'OVERLAP', 'RELATED'] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];
