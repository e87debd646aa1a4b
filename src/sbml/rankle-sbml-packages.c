/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A drawing, or what else a package adds that a reader need not know, may be of a kind
 * that libSBML refuses: of another Level, by rules of another version, or with faults of
 * its own. It is none of what a run asks for. */

#include "rankle-sbml-packages.h"

#include <string.h>

#include "rankle-sbml-reader.h"

/* (transfer full): as the first element tells. */
static char **
list_optional (const char *text)
{
  g_autoptr (GRegex) root = g_regex_new ("<(?:[\\w.-]+:)?sbml\\s[^>]*>", 0, 0, NULL);
  g_autoptr (GRegex) optional =
      g_regex_new ("\\s([\\w.-]+):required\\s*=\\s*[\"']false[\"']", 0, 0, NULL);
  g_autoptr (GMatchInfo) found = NULL, prefix = NULL;
  g_autofree char *tag = NULL;
  GPtrArray       *prefixes = g_ptr_array_new ();

  if (g_regex_match (root, text, 0, &found))
    tag = g_match_info_fetch (found, 0);
  if (tag != NULL)
    g_regex_match (optional, tag, 0, &prefix);
  for (; prefix != NULL && g_match_info_matches (prefix);
       g_match_info_next (prefix, NULL))
    g_ptr_array_add (prefixes, g_match_info_fetch (prefix, 1));
  g_ptr_array_add (prefixes, NULL);
  return (char **)g_ptr_array_free (prefixes, FALSE);
}

/* @name begins with one of the prefixes and its colon. */
static gboolean
is_optional (const char *name, char *const *prefixes)
{
  for (; *prefixes != NULL; prefixes++)
    {
      gsize length = strlen (*prefixes);

      if (strncmp (name, *prefixes, length) == 0 && name[length] == ':')
        return TRUE;
    }
  return FALSE;
}

static gboolean
declares_optional (const char *name, char *const *prefixes)
{
  if (!g_str_has_prefix (name, "xmlns:"))
    return FALSE;
  for (name += strlen ("xmlns:"); *prefixes != NULL; prefixes++)
    if (strcspn (name, " \t\r\n=") == strlen (*prefixes) &&
        g_str_has_prefix (name, *prefixes))
      return TRUE;
  return FALSE;
}

/* Lines stay lines, so that messages name the right one. */
static void
blank (char *from, const char *to)
{
  for (; from < to; from++)
    if (*from != '\n' && *from != '\r')
      *from = ' ';
}

/* Where the attribute at @name ends, behind its value; NULL where it has none. */
static char *
find_attribute_end (char *name, const char *end)
{
  char *equals = memchr (name, '=', (gsize)(end - name));
  char *opens, *closes;

  if (equals == NULL)
    return NULL;
  opens = equals + 1 + strspn (equals + 1, " \t\r\n");
  if (opens >= end || (*opens != '"' && *opens != '\''))
    return NULL;
  closes = memchr (opens + 1, *opens, (gsize)(end - opens - 1));
  return closes == NULL ? NULL : closes + 1;
}

/* Of a tag from @at to @end. */
static void
blank_attributes (char *at, const char *end, char *const *prefixes)
{
  char *name = at + strcspn (at, " \t\r\n/>");

  while (name < end)
    {
      char *next;

      name += strspn (name, " \t\r\n");
      next = name < end ? find_attribute_end (name, end) : NULL;
      if (next == NULL)
        return;
      if (is_optional (name, prefixes) || declares_optional (name, prefixes))
        blank (name, next);
      name = next;
    }
}

/* Behind the element that begins at @at, whose start tag ends at @end. */
static char *
find_element_end (char *at, char *end)
{
  guint depth = 0;

  while (at != NULL)
    {
      if (at[1] == '/')
        depth--;
      else if (at[1] != '!' && at[1] != '?' && end[-2] != '/')
        depth++;
      if (depth == 0)
        return end;
      at = strchr (end, '<');
      end = at == NULL ? NULL : (char *)_rankle_sbml_skip_markup (at);
      if (end == NULL)
        return NULL;
    }
  return NULL;
}

static void
blank_all (char *text, char *const *prefixes)
{
  for (char *at = strchr (text, '<'); at != NULL;)
    {
      char *end = (char *)_rankle_sbml_skip_markup (at);

      if (end == NULL)
        return;
      if (is_optional (at + 1, prefixes))
        {
          end = find_element_end (at, end);
          if (end == NULL)
            return;
          blank (at, end);
        }
      else if (at[1] != '!' && at[1] != '?' && at[1] != '/')
        blank_attributes (at, end, prefixes);
      at = strchr (end, '<');
    }
}

char *
_rankle_packages_pass_over (const char *text, char ***prefixes)
{
  g_auto (GStrv) optional = list_optional (text);
  char *copy;

  if (optional[0] == NULL)
    return NULL;
  copy = g_strdup (text);
  blank_all (copy, optional);
  *prefixes = g_steal_pointer (&optional);
  return copy;
}
