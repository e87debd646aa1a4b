/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All pages that are bundled. */

#include "rankle-help.h"

#include "rankle-catalog.h"

#define FOLDER "help"

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const RankleHelpPage *x = *(const RankleHelpPage *const *)a;
  const RankleHelpPage *y = *(const RankleHelpPage *const *)b;

  return x->place < y->place ? -1 : x->place > y->place;
}

/* A bundled file that cannot be read is a fault of the program. */
static void
add_bundled (GPtrArray *pages, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rankle_catalog_read (FOLDER, name, &error);
  RankleHelpPage *page = NULL;

  if (bytes != NULL)
    page = rankle_help_page_parse (g_bytes_get_data (bytes, NULL),
                                   (gssize)g_bytes_get_size (bytes), name, &error);
  if (page == NULL)
    g_error ("%s", error->message);
  g_ptr_array_add (pages, page);
}

static GPtrArray *
read_bundled (void)
{
  g_auto (GStrv) names = rankle_catalog_list (FOLDER);
  GPtrArray *pages = g_ptr_array_new ();

  for (char **name = names; *name != NULL; name++)
    add_bundled (pages, *name);
  g_ptr_array_sort (pages, compare_places);
  return pages;
}

const GPtrArray *
rankle_help_get_pages (void)
{
  static GPtrArray *pages; /* (owned) by the process */

  if (g_once_init_enter (&pages))
    g_once_init_leave (&pages, read_bundled ());
  return pages;
}

const RankleHelpPage *
rankle_help_find (const char *id)
{
  const GPtrArray *pages = rankle_help_get_pages ();

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < pages->len; i++)
    if (g_str_equal (((const RankleHelpPage *)pages->pdata[i])->id, id))
      return pages->pdata[i];
  return NULL;
}

const RankleHelpPage *
rankle_help_find_of (const char *what)
{
  const GPtrArray *pages = rankle_help_get_pages ();

  g_return_val_if_fail (what != NULL, NULL);

  for (guint i = 0; i < pages->len; i++)
    if (g_strv_contains (((const RankleHelpPage *)pages->pdata[i])->of, what))
      return pages->pdata[i];
  return NULL;
}
