/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-bone-builder.h"
#include "rankle-bone-state.h"
#include "rankle-camera.h"
#include "rankle-complex-state.h"
#include "rankle-label-layout.h"
#include "rankle-scene-view.h"
#include "rankle-scene.h"

G_BEGIN_DECLS

/* Private to the files of the view. Each calls those below it only: the type with what
 * the study and GTK ask of it (rankle-scene-view.c), input, words,
 * what is of one kind of scene alone (-complex.c, -bone.c), still, labels, gl, and rest.
 * None of these asks for the type. */

#define RANKLE_SCENE_ANCHORS  12
#define RANKLE_SCENE_NO_LABEL G_MAXUINT

/**
 * RankleSceneLabel:
 * @id: the same for the same thing, whatever else is named
 * @name: (owned); @note: (owned) (nullable)
 * @card: (nullable): of what it names
 * @glyph: (nullable): what it is on a map
 * @first: @last: the things that it names
 * @anchors: where it may point to; none: it is not to be pointed at
 *
 * What is named in the picture.
 */
typedef struct
{
  guint        id;
  char        *name, *note;
  const char  *card, *glyph;
  guint        first, last;
  RankleAnchor anchors[RANKLE_SCENE_ANCHORS];
  guint        n_anchors;
} RankleSceneLabel;

void _rankle_scene_label_clear (RankleSceneLabel *label);

/* A label on the screen. */
typedef struct
{
  RankleSceneLabel  label;
  GtkWidget        *button; /* Borrowed: a child */
  GtkLabel         *name, *note;
  double            x, y; /* of its anchor in the picture [px] */
  gboolean          is_seen;
  RanklePlacedLabel placed;
} RankleSceneTag;

/* What is of one kind of scene alone. */
typedef struct
{
  const char         *name;
  const RankleCamera *camera;
  const RankleFrame  *frame;
  /* The still is seen by the camera, too. */
  gboolean has_still_view;
  /* It is seen for the first time: what takes time to make, is begun. */
  void (*begin) (RankleSceneView *self);
  void (*end) (RankleSceneView *self);
  /* Whether all is there that a picture needs. */
  gboolean (*is_ready) (RankleSceneView *self);
  /* Reads the state off the study's run (nullable); TRUE: the picture is another. */
  gboolean (*read) (RankleSceneView *self, const RankleTrajectory *run);
  /* (nullable): why nothing is shown. */
  const char *(*get_complaint) (RankleSceneView *self);
  void (*show) (RankleSceneView *self, gboolean moves);
  void (*draw_still) (
      RankleSceneView *self, cairo_t *cairo, int width, int height, gboolean on_paper);
  /* At most RANKLE_LABELS_MOST, the most important first. */
  guint (*list_labels) (RankleSceneView *self, RankleSceneLabel *labels);
  /* (transfer full) */
  char *(*make_title) (RankleSceneView *self);
  char *(*make_subtitle) (RankleSceneView *self);
  char *(*make_sentence) (RankleSceneView *self);
  const char *(*get_caption) (void);
  /* (transfer full): rows of cells, the first is the head; NULL at the end of both. */
  char ***(*make_table) (RankleSceneView *self);
  /* Of a key that is of this kind alone. */
  gboolean (*press) (RankleSceneView *self, guint key);
  /* What stands beside the picture is to follow the state. */
  void (*update_side) (RankleSceneView *self);
  void (*add_side) (RankleSceneView *self);
} RankleSceneSubject;

extern const RankleSceneSubject _rankle_scene_of_complex, _rankle_scene_of_bone;

struct _RankleSceneView
{
  GtkWidget                 parent_instance;
  RankleSceneKind           kind;
  const RankleSceneSubject *subject;
  RankleStudy              *study;     /* (owned) (nullable) */
  RankleSpotlight          *spotlight; /* (owned) (nullable) */
  RankleSceneTheme          theme;
  RankleCamera              camera, gripped; /* the second: when a drag or pinch began */
  gboolean                  simple, turning, baseline;
  gboolean                  begun;      /* it was seen */
  gboolean                  is_absent;  /* there is nothing to show, and words say why */
  gint64                    last_frame; /* of what turns [us]; 0: nothing has yet */
  guint                     ticking;    /* tick callback, or 0 */

  /* The complex */
  RankleComplexGeometry *geometry; /* (owned) (nullable): until it is made */
  GCancellable          *making;   /* (owned) (nullable): the token of who makes it */
  RankleComplexState     complex, drawn_complex; /* the second: as it was drawn last */
  const RankleModel     *complex_of;             /* compared and never looked at */
  guint                  picked;                 /* 0 to 3 */
  GtkWidget             *states[RANKLE_GROOVES + 1]; /* Borrowed: toggle buttons */
  GtkWidget             *smalls[RANKLE_GROOVES + 1]; /* Borrowed: what they show */
  GtkLabel              *shares[RANKLE_GROOVES + 1]; /* Borrowed: and say */

  /* The bone */
  RankleBoneBuilder *builder;          /* (owned) (nullable): until it is seen */
  RankleBoneState    bone, drawn_bone; /* likewise */
  gboolean           has_bone_run;     /* there is one to tell of */
  GtkWidget         *legend;           /* Borrowed: the bar of mineral */
  GtkLabel          *mineral;          /* Borrowed */

  /* OpenGL */
  GtkGLArea   *area;  /* Borrowed: a child */
  RankleScene *scene; /* (owned) (nullable): while the area has a context */
  gboolean     has_failed, is_software, is_shown; /* the scene has the present state */

  /* Cairo */
  GdkTexture *still; /* (owned) (nullable): as it was drawn last, if that still holds */

  /* Labels */
  RankleSceneTag tags[RANKLE_LABELS_MOST];
  guint          n_tags;
  guint          selected; /* a label's id, or RANKLE_SCENE_NO_LABEL */
  gboolean       rests;    /* leaders are shown */
  gboolean       seeking;  /* where anchors are is to be asked of the next picture */
  guint          resting;  /* source: it rests soon; or 0 */
  guint          placing;  /* source: labels are to be placed; or 0 */

  /* Words */
  guint  telling;    /* source of what tells assistive programs, or 0 */
  gint64 told;       /* when they were last told [us] */
  char  *told_words; /* (owned) (nullable) */

  /* Borrowed: children */
  GtkWidget *head, *tools, *side, *foot, *absence;
  GtkLabel  *title, *subtitle, *note;
  GtkWidget *describe; /* a button */
  GtkLabel  *sentence; /* behind it, as the next */
  GtkGrid   *table;

  GtkAllocation picture;        /* where in the widget it is */
  gboolean      is_side_beside; /* of the picture; else it is beneath it */
};

/* rankle-scene-view-rest.c */
gboolean _rankle_scene_view_uses_gl (RankleSceneView *self);
/* Whether animations are welcome. */
gboolean _rankle_scene_view_wants_motion (RankleSceneView *self);
/* Label, unless it has that text. */
void _rankle_scene_set_text (GtkLabel *label, const char *text);
/* What is drawn is no longer what is to be seen. */
void _rankle_scene_view_queue_picture (RankleSceneView *self);
/* The anchors' places are other ones. */
void _rankle_scene_view_place_tags_soon (RankleSceneView *self);
/* Where they are is asked when nothing moves any more. */
void _rankle_scene_view_rest_soon (RankleSceneView *self);
/* The picture has moved: its labels wait until it rests. */
void _rankle_scene_view_moved (RankleSceneView *self);

/* rankle-scene-view-focus.c: as GtkWidgetClass.focus */
gboolean _rankle_scene_view_focus (GtkWidget *widget, GtkDirectionType direction);
/* rankle-scene-view-input.c */
void _rankle_scene_view_add_controllers (RankleSceneView *self);
void _rankle_scene_view_set_turning (RankleSceneView *self, gboolean turning);
/* rankle-scene-view-words.c */
void _rankle_scene_view_add_words (RankleSceneView *self);
/* Titles follow the state at once, what is told when it rests. */
void _rankle_scene_view_update_words (RankleSceneView *self);
void _rankle_scene_view_tell_at_rest (RankleSceneView *self);
/* rankle-scene-view-labels.c */
void _rankle_scene_view_add_tags (RankleSceneView *self);
/* What is named may be others. */
void _rankle_scene_view_update_tags (RankleSceneView *self);
void _rankle_scene_view_allocate_tags (RankleSceneView *self);
void _rankle_scene_view_paint_leaders (RankleSceneView *self, GtkSnapshot *snapshot);
/* @id: RANKLE_SCENE_NO_LABEL: nothing. What is selected here is lit everywhere. */
void _rankle_scene_view_select (RankleSceneView *self, guint id);
/* What others have lit. */
void _rankle_scene_view_follow_spotlight (RankleSceneView *self);
/* The label of what was drawn there; RANKLE_SCENE_NO_LABEL: it has none. */
guint _rankle_scene_view_find_label (RankleSceneView *self, guint thing);

/* rankle-scene-view-gl.c */
void _rankle_scene_view_add_area (RankleSceneView *self);
/* From here on without OpenGL. */
void _rankle_scene_view_give_up_gl (RankleSceneView *self, const GError *error);
/* Where the area's picture can be read. FALSE: there is none. */
gboolean _rankle_scene_view_make_current (RankleSceneView *self);
/* (transfer full) (nullable): at that size, by OpenGL; NULL: there is none. */
cairo_surface_t *_rankle_scene_view_render (RankleSceneView *self, int width, int height);

/* rankle-scene-view-still.c */
void _rankle_scene_view_paint_still (RankleSceneView *self, GtkSnapshot *snapshot);
/* (transfer full): for print. */
GBytes *_rankle_scene_view_print (RankleSceneView *self, GError **error);

G_END_DECLS
