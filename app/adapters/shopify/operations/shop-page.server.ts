import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { PageRefused, PolicyDocument, ShopifyPage, ShopifyPages } from "#app/use-cases/policies/ports.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { pageTranslations } from "./page-translation.server.ts";

const PAGE_BY_ID = `#graphql
  query ShopPageById($id: ID!) {
    page(id: $id) {
      id
      handle
      body
    }
  }`;

const PAGES_BY_HANDLE = `#graphql
  query ShopPagesByHandle($query: String!) {
    pages(first: 5, query: $query) {
      nodes {
        id
        handle
        body
      }
    }
  }`;

const PAGE_CREATE = `#graphql
  mutation ShopPageCreate($page: PageCreateInput!) {
    pageCreate(page: $page) {
      page {
        id
        handle
        body
      }
      userErrors {
        field
        message
        code
      }
    }
  }`;

const PAGE_UPDATE = `#graphql
  mutation ShopPageUpdate($id: ID!, $page: PageUpdateInput!) {
    pageUpdate(id: $id, page: $page) {
      page {
        id
        handle
        body
      }
      userErrors {
        field
        message
        code
      }
    }
  }`;

/** Pages of the online store, over one shop's client. */
export function pagesPort(admin: AdminClient): ShopifyPages {
  return {
    find: async (gid) => found((await admin.run(PAGE_BY_ID, { id: gid })).page),
    findByHandle: async (handle) => {
      const { pages } = await admin.run(PAGES_BY_HANDLE, { query: `handle:${handle}` });
      return found(pages.nodes.find((page) => page.handle === handle));
    },
    create: (page) => create(admin, page),
    rewrite: async (gid, body) => {
      const { pageUpdate } = await admin.run(PAGE_UPDATE, { id: gid, page: { body } });
      return written(pageUpdate, "ShopPageUpdate");
    },
    ...pageTranslations(admin),
  };
}

async function create(admin: AdminClient, { handle, title, body }: PolicyDocument & { readonly handle: string }) {
  const { pageCreate } = await admin.run(PAGE_CREATE, { page: { handle, title, body, isPublished: true } });
  return written(pageCreate, "ShopPageCreate");
}

interface PageNode {
  readonly id: string;
  readonly handle: string;
  readonly body: string;
}

interface Written {
  readonly page?: PageNode | null;
  readonly userErrors: readonly { readonly field?: readonly string[] | null; readonly message: string; readonly code?: string | null }[];
}

function found(node: PageNode | null | undefined): ShopifyPage | undefined {
  return node ? { gid: node.id, handle: node.handle, body: node.body } : undefined;
}

function written(answer: Written | null | undefined, operation: string): Result<ShopifyPage, PageRefused> {
  const [error] = answer?.userErrors ?? [];
  if (error) return refuse({ code: "page_refused", message: error.message });
  const page = found(answer?.page);
  if (!page) throw new Error(`${operation} answered without a page and without an error`);
  return ok(page);
}
