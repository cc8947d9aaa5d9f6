import type { ASTNode, ConstDirectiveNode, DocumentNode, StringValueNode } from 'graphql';
import { Kind, visit } from 'graphql';

const TYPES: Readonly<Record<string, string>> = {
  Query: '查询入口：一次请求只读一个版次',
};

const CONNECTION_FIELDS: Readonly<Record<string, string>> = {
  nodes: '本页各条',
  edges: '本页各条及其游标',
  pageInfo: '翻页信息',
  totalCount: '总数',
};

const EDGE_FIELDS: Readonly<Record<string, string>> = {
  node: '这一条',
  cursor: '游标：固定在发出它的版次上',
};

const FIELDS: Readonly<Record<string, string>> = {
  id: '全局标识，稳定不变',
  source: '出处',
};

const ARGUMENTS: Readonly<Record<string, string>> = {
  first: '每页条数，1 到 100，默认 20',
  after: '上一页的 endCursor；不给则从头开始',
  id: '全局标识',
  code: '编码',
  catalog: '目录或清单的标识',
  region: '12 位区划代码，含其全部下级',
  parent: '上级区划的 12 位代码',
  level: '层级',
  kind: '清单种类',
  filter: '筛选条件',
  asOf: '指定版次；不给则取最新',
};

/**
 * The document with the descriptions that are the same wherever a name appears (`first`, `after`, `nodes`,
 * `id` …). Subgraphs describe what is their own; Federation's `join__`/`link__` machinery stays as it is.
 */
export function withConventionalDescriptions(document: DocumentNode): DocumentNode {
  return visit(document, {
    // What a directive definition contains is Federation's, not ours.
    DirectiveDefinition: () => false,
    ObjectTypeDefinition: (node) => describeType(node),
    InterfaceTypeDefinition: (node) => describeType(node),
  });
}

type FieldsOwner = Extract<
  ASTNode,
  { readonly kind: Kind.OBJECT_TYPE_DEFINITION | Kind.INTERFACE_TYPE_DEFINITION }
>;

function describeType<Owner extends FieldsOwner>(owner: Owner): Owner {
  const name = owner.name.value;
  const table = { ...FIELDS, ...pageFields(name) };
  const fields = (owner.fields ?? []).map((field) => ({
    ...described(field, table[field.name.value]),
    arguments: (field.arguments ?? []).map((argument) => described(argument, ARGUMENTS[argument.name.value])),
  }));
  return { ...described(owner, TYPES[name]), fields };
}

function pageFields(typeName: string): Readonly<Record<string, string>> {
  if (typeName.endsWith('Connection')) return CONNECTION_FIELDS;
  return typeName.endsWith('Edge') ? EDGE_FIELDS : {};
}

interface Describable {
  readonly description?: StringValueNode | undefined;
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

function described<Node extends Describable>(node: Node, text: string | undefined): Node {
  if (text === undefined || node.description !== undefined) return node;
  return { ...node, description: { kind: Kind.STRING, value: text, block: false } };
}
