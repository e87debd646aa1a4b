/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-json-reader.h"

/* A text that was read is a tree in one array, in the order of the text. */

G_BEGIN_DECLS

typedef enum
{
  RANKLE_JSON_NULL,
  RANKLE_JSON_BOOLEAN,
  RANKLE_JSON_NUMBER,
  RANKLE_JSON_TEXT,
  RANKLE_JSON_LIST,
  RANKLE_JSON_OBJECT,
} RankleJsonKind;

typedef enum
{
  RANKLE_JSON_FAULT_NONE,
  RANKLE_JSON_FAULT_SYNTAX,
  RANKLE_JSON_FAULT_LIMIT,
  RANKLE_JSON_FAULT_CONTENT,
} RankleJsonFault;

/* Nodes are named by their place in the array. The root's is 0, which is nobody's child:
 * so 0 is also "none" among children. */
typedef struct
{
  const char    *name;   /* (nullable): of an object's member */
  const char    *text;   /* of a text */
  double         number; /* of a number; of a boolean 0 or 1 */
  guint          line;
  guint          parent;
  guint          first, next; /* child, sibling */
  guint          count;       /* of children */
  RankleJsonKind kind;
  gboolean       asked; /* somebody read it */
} RankleJsonNode;

/* An open object or list, and which of its children the reader came to: 0 for none. */
typedef struct
{
  guint node, at;
} RankleJsonFrame;

struct _RankleJsonReader
{
  char            *name;
  RankleJsonLimits limits;
  GStringChunk    *strings;
  GArray          *nodes; /* RankleJsonNode */

  RankleJsonFrame frames[RANKLE_JSON_DEPTH_MAX];
  guint           n_frames;

  RankleJsonFault fault;
  char           *message; /* (nullable): of the first fault */
};

RankleJsonNode *_rankle_json_node (const RankleJsonReader *reader, guint node);

/* (transfer full): where it stands: file, line and path. */
char *_rankle_json_dup_place (const RankleJsonReader *reader, guint node);
/* (transfer full): @text on one line, and not longer than a message can take. */
char *_rankle_json_shorten (const char *text);

/* Fills the nodes, or leaves a fault. */
void _rankle_json_parse (RankleJsonReader *reader, const char *text, gsize length);

/* The first fault stays. Takes @what. @column 0: none; @node and @member (nullable): the
 * place. */
void _rankle_json_take_fault (RankleJsonReader *reader,
                              RankleJsonFault   fault,
                              guint             line,
                              guint             column,
                              guint             node,
                              const char       *member,
                              char             *what);

/* The text that begins behind the quote at @at, up to and without its closing quote, is
 * appended to @text. Where it ends is returned: at the closing quote, or at what is
 * wrong, with *complaint (transfer full). */
const char *
_rankle_json_read_text (const char *at, const char *end, GString *text, char **complaint);
/* (transfer full): the character at @at, as a message may show it. */
char *_rankle_json_show_character (const char *at);
/* Whether what was written with it may be shown, on a terminal too. */
gboolean _rankle_json_can_show (gunichar character);

G_END_DECLS
